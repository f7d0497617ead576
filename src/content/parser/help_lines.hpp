// The lines of help, and the strip that they hang on.
#pragma once

#include "content/parser/map_reader.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace content::parser {

// `today`, where it is known, tells which lines nobody has called for a year.
std::vector<HelpLine> read_help_lines(const YamlNode& node, const ParseContext& context,
                                      std::optional<std::chrono::year_month_day> today);

// Ids of lines that `reading.audience` may see: others are reported.
std::vector<std::string> read_help_line_ids(const YamlNode& node, const ParseContext& context,
                                            std::string_view what, std::size_t max_count,
                                            std::span<const HelpLine> help_lines);

// Reports `id` if one of the ids in `seen` is the same, else adds it.
void check_unique_id(const std::string& id, SourceRange range, const ParseContext& context,
                     std::vector<std::string>& seen);

} // namespace content::parser
