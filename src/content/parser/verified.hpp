// When somebody last made sure that a line of help answers, and where its number is from.
#pragma once

#include "content/parser/map_reader.hpp"

#include <chrono>
#include <optional>

namespace content::parser {

// `today`: unset where the clock cannot be trusted; then the day is not compared with it.
Verification read_verification(const YamlNode& node, const ParseContext& context,
                               std::optional<std::chrono::year_month_day> today);

} // namespace content::parser
