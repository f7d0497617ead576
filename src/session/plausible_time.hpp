// Whether the computer's clock can be right. It is wrong after its battery has died, for example.
#pragma once

#include "base/time.hpp"

#include <chrono>

namespace session {

// An earlier time is before this code was written.
inline constexpr base::LocalTime min_plausible_time{
    std::chrono::local_days{std::chrono::year{2026} / std::chrono::November / 1}};

// No kiosk runs for this long without an update. The times that broken clocks show are later: the
// overflows of network time (2036) and of 32-bit seconds (2038), and the last year of a PC's clock.
inline constexpr base::LocalTime max_plausible_time{
    std::chrono::local_days{std::chrono::year{2036} / std::chrono::January / 1}};

constexpr bool is_plausible(base::LocalTime local_time) {
    return local_time >= min_plausible_time && local_time < max_plausible_time;
}

} // namespace session
