// Points in time and readings of the computer's clocks. Functions take the time as an argument, so
// that tests can set it.
#pragma once

#include <chrono>
#include <functional>

namespace base {

// A span of time.
using Duration = std::chrono::milliseconds;

// The clock of Instant, which counts from boot and continues while the computer is suspended
// (CLOCK_BOOTTIME). os::read_clock() reads it.
struct BootClock {
    // NOLINTBEGIN(readability-identifier-naming): the names that the standard requires of a clock
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootClock>;
    // NOLINTEND(readability-identifier-naming)
    static constexpr bool is_steady = true;
};

// A point in time. In the session state, zero means "no visit yet".
using Instant = BootClock::time_point;

// Local date and time of day, to the second. It jumps where daylight saving time begins or ends.
using LocalTime = std::chrono::local_seconds;

// All clocks of the computer, read at the same moment.
struct ClockReading {
    Instant since_boot{};
    LocalTime local_time{};
    Duration suspended{}; // the part of `since_boot` during which the computer was suspended
};

// Reads the clocks. The viewer passes os::read_clock(), a test a clock of its own.
using ReadClock = std::function<ClockReading()>;

} // namespace base
