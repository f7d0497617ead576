#include "platform/clock.hpp"

#include <ctime>

namespace platform {

session::Instant boot_time() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<session::Instant>(std::chrono::seconds{now.tv_sec} +
                                                        std::chrono::nanoseconds{now.tv_nsec});
}

ui::Moment moment() {
    const std::time_t seconds = std::time(nullptr);
    std::tm local{};
    localtime_r(&seconds, &local);
    ui::Moment moment;
    moment.now = boot_time();
    moment.wall = {local.tm_hour,           local.tm_min,  local.tm_sec,
                   (local.tm_wday + 6) % 7, local.tm_mday, local.tm_mon + 1};
    return moment;
}

} // namespace platform
