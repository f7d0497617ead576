// Opening hours as people write them on one line: "mon-fri 7:00-17:30, sat 9am-12pm".
#pragma once

#include "content/content.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commands::setup {

// The answer for a site without opening hours.
inline constexpr const char* always_open = "always";

// Understands names of days, ranges of days and "weekdays", and times with 12 or 24 hours. Returns
// nullopt if some word is neither. An end before the start, as in "7-5", is taken to be in the
// afternoon. Whether the result is valid is up to the content parser.
std::optional<std::vector<content::OpeningHours>> parse_hours(std::string_view answer);

// Returns the hours in the form of an answer.
std::string format_hours(const std::vector<content::OpeningHours>& hours);

// Returns the hours as YAML on one line.
std::string hours_yaml(const std::vector<content::OpeningHours>& hours);

} // namespace commands::setup
