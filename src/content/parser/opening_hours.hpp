// Parses when the screen is on: the keys "hours" and "holidays" of the site.
#pragma once

#include "content/parser/map_reader.hpp"

#include <vector>

namespace content::parser {

// Parses the value of the key "hours". Reports entries that overlap on the same day.
std::vector<OpeningHours> read_opening_hours(const YamlNode& node, const ParseContext& context);

// Parses the value of the key "holidays": dates like 2027-04-02, and ranges of dates like
// 2026-12-24 to 2027-01-03.
std::vector<Holiday> read_holidays(const YamlNode& node, const ParseContext& context);

} // namespace content::parser
