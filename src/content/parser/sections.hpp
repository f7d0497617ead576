// The home screen and the sections.
#pragma once

#include "content/parser/map_reader.hpp"

#include <span>
#include <vector>

namespace content::parser {

Home read_home(const YamlNode& node, const ParseContext& context);

std::vector<Section> read_sections(const YamlNode& node, const ParseContext& context,
                                   std::span<const HelpLine> help_lines);

} // namespace content::parser
