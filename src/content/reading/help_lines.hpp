// The lines of help, and the strip that they hang on.
#pragma once

#include "content/reading/fields.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace content::reading {

// `today`, where it is known, tells which lines nobody has called for a year.
std::vector<HelpLine> read_help_lines(const Node& node, const Reading& reading,
                                      std::optional<std::chrono::year_month_day> today);

// Ids of lines that `reading.audience` may see: others are reported.
std::vector<std::string> read_line_ids(const Node& node, const Reading& reading, std::string_view what,
                                       std::size_t most, std::span<const HelpLine> lines);

// Reports `id` if one of the ids in `seen` is the same, else adds it.
void note_id(const std::string& id, Span where, const Reading& reading, std::vector<std::string>& seen);

} // namespace content::reading
