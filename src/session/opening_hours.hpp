// When the screen is due to be on, by the clock on the wall. Pure: the time is an argument.
#pragma once

#include "content/content.hpp"

#include <chrono>
#include <optional>

namespace session {

// Local time, as a clock on the wall shows it: where summer time begins or ends it jumps.
using WallClock = std::chrono::local_seconds;

// Always true of a site without hours, and by a clock that is plainly wrong, as that of a computer whose
// battery is flat: a wrong clock must not darken a screen that somebody needs.
bool is_open(const content::Site& site, WallClock local_time);

// How far the clock on the wall is from the next time that changes it. nullopt: more than a year, or it is
// wrong.
std::optional<std::chrono::seconds> time_until_change(const content::Site& site, WallClock local_time);

} // namespace session
