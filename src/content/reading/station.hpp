// The keys of the site that are for the machine around the screen.
#pragma once

#include "content/reading/fields.hpp"

namespace content::reading {

// Those of them that `site` has replace what `station` says.
void read_station_settings(MapReader& site, StationSettings& station);

} // namespace content::reading
