// Time as the program sees it: an argument, so that tests can turn the clock by hand.
#pragma once

#include <chrono>
#include <functional>

namespace base {

// Milliseconds since boot, including time suspended. Zero stands for "no visit yet".
using Instant = std::chrono::milliseconds;

// The local time of the wall clock.
struct WallTime {
    int hour = 10, minute = 42, second = 0;
    int weekday = 0; // Monday is 0
    int day = 1, month = 1, year = 2026;

    bool operator==(const WallTime&) const = default;
};

// All clocks of the computer, read at once.
struct ClockReading {
    Instant since_boot{};
    WallTime local_time;
    Instant suspended{}; // how much of `since_boot` the computer was suspended
};

// Reads the clocks: os::read_clock(), or in a test a clock that is turned by hand.
using ReadClock = std::function<ClockReading()>;

} // namespace base
