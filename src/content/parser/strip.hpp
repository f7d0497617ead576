// Reads the tabs of the tear-off strip.
#pragma once

#include "content/parser/map_reader.hpp"

#include <span>
#include <vector>

namespace content::parser {

// More tabs would be too narrow for a QR code and a finger.
inline constexpr std::size_t max_strip_tabs = 5;

// Reads the key "strip": a list of 1 to max_strip_tabs tabs. A tab is the id of a help line, or a
// mapping with the keys "line", "show" (call or text), "label" and
// "short". Reports invalid tabs and leaves
// them out.
std::vector<StripTab> read_strip(const YamlNode& node, const ParseContext& context,
                                 std::span<const HelpLine> help_lines);

} // namespace content::parser
