// Parses the help lines and the lists of their ids.
#pragma once

#include "content/parser/map_reader.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace content::parser {

// Parses the value of the key "help_lines". If `today` is set, warns about help lines whose
// verification is too old or in the future.
std::vector<HelpLine> read_help_lines(const YamlNode& node, const ParseContext& context,
                                      std::optional<std::chrono::year_month_day> today);

// Parses the id of a help line. Reports an id that is unknown or not for `context.audience` and
// returns nullptr. The result points into `help_lines`. `what` is the name of the list in messages.
const HelpLine* read_help_line_id(const YamlNode& node, const ParseContext& context,
                                  std::span<const HelpLine> help_lines, std::string_view what);

// Parses a list of 1 to `max_count` ids of help lines. Reports ids that are unknown, repeated, or
// not for `context.audience`, and leaves them out of the result. `what` is the name of the list in
// messages.
std::vector<std::string> read_help_line_ids(const YamlNode& node, const ParseContext& context,
                                            std::string_view what, std::size_t max_count,
                                            std::span<const HelpLine> help_lines);

// Reports an error if `seen` contains `id`, otherwise adds it. Ignores an empty id.
void check_unique_id(const std::string& id, SourceRange range, const ParseContext& context,
                     std::vector<std::string>& seen);

} // namespace content::parser
