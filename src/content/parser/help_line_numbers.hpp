// Compares the numbers of a help line with the numbers that its texts say, and with well-known
// numbers. A single wrong digit would connect a visitor with a stranger.
#pragma once

#include "content/parser/map_reader.hpp"

namespace content::parser {

// Reports numbers that are one digit away from a well-known number, texts that say another number
// than that of their help line, and help lines without any text that repeats a number. `node` is
// the value of the key "help_lines". Numbers that are invalid have been reported already.
void check_help_line_numbers(const YamlNode& node, const ParseContext& context);

} // namespace content::parser
