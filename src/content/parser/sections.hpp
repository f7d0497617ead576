// Parses the home screen and the sections.
#pragma once

#include "content/parser/map_reader.hpp"

#include <span>
#include <vector>

namespace content::parser {

// Parses the value of the key "home".
Home read_home(const YamlNode& node, const ParseContext& context);

// Parses the value of the key "sections". `help_lines` are those that blocks may refer to. If
// `context` requests it, warns about sections with a reading grade above max_reading_grade().
std::vector<Section> read_sections(const YamlNode& node, const ParseContext& context,
                                   std::span<const HelpLine> help_lines);

} // namespace content::parser
