// Reads how a voice says what it would otherwise say wrong.
#pragma once

#include "content/parser/map_reader.hpp"

#include <vector>

namespace content::parser {

// Reads the key "pronunciations": a list of mappings with the keys "text", "say" and, unless it is
// "en", "language". Reports a text that is listed twice for the same language.
std::vector<Pronunciation> read_pronunciations(const YamlNode& node, const ParseContext& context);

} // namespace content::parser
