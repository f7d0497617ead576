// Dates and times of day as they are written in content files.
#pragma once

#include "content/parser/map_reader.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace content::parser {

// Parses a date like "2026-09-14". Returns nullopt if it has another form or does not exist.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

// Reads a required key with a time of day like "7:00" or "17:30", where "24:00" is the end of a
// day. Returns the time since midnight. If the key is missing or invalid, reports that and returns
// nullopt.
std::optional<std::chrono::minutes> read_time(MapReader& reader, std::string_view key);

} // namespace content::parser
