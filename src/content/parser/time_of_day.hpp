// A time on the wall as it is written in every file: "7:00", "17:30", and "24:00" for the end of a day.
#pragma once

#include "content/parser/map_reader.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace content::parser {

// Since midnight. nullopt: not given, or wrong, and reported.
std::optional<std::chrono::minutes> read_time(MapReader& reader, std::string_view key);

} // namespace content::parser
