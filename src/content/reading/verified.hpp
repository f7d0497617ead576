// When somebody last made sure that a line of help answers, and where its number is from.
#pragma once

#include "content/reading/fields.hpp"

#include <chrono>
#include <optional>

namespace content::reading {

// `today`: unset where the clock cannot be trusted; then the day is not compared with it.
Verification read_verification(const YamlNode& node, const ParseContext& context,
                               std::optional<std::chrono::year_month_day> today);

} // namespace content::reading
