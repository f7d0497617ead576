#include "platform/clock.hpp"

#include <ctime>

namespace platform {

namespace {

session::Instant time_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::duration_cast<session::Instant>(std::chrono::seconds{now.tv_sec} +
                                                        std::chrono::nanoseconds{now.tv_nsec});
}

} // namespace

session::Instant boot_time() {
    return time_of(CLOCK_BOOTTIME);
}

ui::Moment moment() {
    const std::time_t seconds = std::time(nullptr);
    std::tm local{};
    localtime_r(&seconds, &local);
    ui::Moment moment;
    moment.now = boot_time();
    moment.asleep = moment.now - time_of(CLOCK_MONOTONIC);
    moment.wall = {local.tm_hour,           local.tm_min,  local.tm_sec,
                   (local.tm_wday + 6) % 7, local.tm_mday, local.tm_mon + 1};
    return moment;
}

} // namespace platform
