// The keys of the site that are for the machine around the screen.
#pragma once

#include "content/parser/map_reader.hpp"

namespace content::parser {

// Those of them that `site` has replace what `station` says.
void read_station_settings(MapReader& site, StationSettings& station);

} // namespace content::parser
