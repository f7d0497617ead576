// The time zone of the computer, which the clock screen and the opening hours follow.
#pragma once

#include "commands/machine/machine.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace commands {

// Returns for example "America/Chicago", or "UTC" if none is set.
std::string read_time_zone(const Machine& machine);

bool is_utc(std::string_view time_zone);

// Returns the names of all time zones of the world, or nothing if the computer has no list.
std::vector<std::string> list_time_zones(const Machine& machine);

// Returns the zones that an answer may mean: the whole name, the name of its city, or what a zone
// is called in the United States. "chicago", "Central" and "america/chicago" all give
// "America/Chicago". If the answer is only a part of names, returns all of them.
std::vector<std::string> find_time_zones(const std::string& answer,
                                         const std::vector<std::string>& time_zones);

// Sets the time zone. Returns whether the computer has it afterwards.
bool set_time_zone(const Machine& machine, const std::string& time_zone);

} // namespace commands
