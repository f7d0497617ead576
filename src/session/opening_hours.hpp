// Whether the site is open at a local time. Both functions are pure: the time is an argument.
#pragma once

#include "base/time.hpp"
#include "content/content.hpp"

#include <chrono>
#include <optional>

namespace session {

// Returns whether the screen is on at `local_time`. Always true if the site has no hours and no
// holidays, or if the time is not plausible, see plausible_time.hpp: a wrong clock must not turn
// off a screen that somebody needs.
bool is_open(const content::Site& site, base::LocalTime local_time);

// Returns the time until the result of is_open() changes next, as a difference of local times.
// Returns nullopt if it does not change within a year, or if the time is not plausible.
std::optional<std::chrono::seconds> time_until_change(const content::Site& site,
                                                      base::LocalTime local_time);

} // namespace session
