// When the screen is on: the keys "hours" and "holidays" of the site.
#pragma once

#include "content/parser/map_reader.hpp"

#include <vector>

namespace content::parser {

// Times are written "7:00" to "24:00". The same time of the same day twice is reported.
std::vector<OpeningHours> read_opening_hours(const YamlNode& node, const ParseContext& context);

// Days like 2027-04-02, and days in a row like 2026-12-24 to 2027-01-03.
std::vector<Holiday> read_holidays(const YamlNode& node, const ParseContext& context);

} // namespace content::parser
