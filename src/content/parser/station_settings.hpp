// Parses the keys of the site that are settings of the computer.
#pragma once

#include "content/parser/map_reader.hpp"

namespace content::parser {

// Each of the keys that the site has replaces the value in `station`.
void read_station_settings(MapReader& site, StationSettings& station);

} // namespace content::parser
