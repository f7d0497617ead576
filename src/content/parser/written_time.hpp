// Times of the day, as people write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace content::parser {

// Returns the time as it must be written, "17:30", or nullopt if it is not clear which one was
// meant: "7am", "5:30 p.m.", "19h00", "7.30", "0700" and "noon" are clear. `is_end` is whether it
// is the end of a span, where midnight is "24:00".
std::optional<std::string> to_time(std::string_view written, bool is_end);

// Returns "7:05" or "17:30".
std::string format_time(std::chrono::minutes time);

} // namespace content::parser
