#include "os/clock.hpp"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace os {

namespace {

base::Instant time_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::duration_cast<base::Instant>(std::chrono::seconds{now.tv_sec} +
                                                        std::chrono::nanoseconds{now.tv_nsec});
}

std::tm local_time() {
    const std::time_t seconds = std::time(nullptr);
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

} // namespace

base::Instant time_since_boot() {
    return time_of(CLOCK_BOOTTIME);
}

base::ClockReading read_clock() {
    const std::tm local = local_time();
    base::ClockReading now;
    now.since_boot = time_since_boot();
    now.suspended = now.since_boot - time_of(CLOCK_MONOTONIC);
    now.local_time = {local.tm_hour, local.tm_min,     local.tm_sec,        (local.tm_wday + 6) % 7,
                      local.tm_mday, local.tm_mon + 1, local.tm_year + 1900};
    return now;
}

std::string local_date_of(std::filesystem::file_time_type time) {
    const auto since_epoch = std::chrono::file_clock::to_sys(time).time_since_epoch();
    const std::time_t seconds = std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count();
    std::tm local{};
    localtime_r(&seconds, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::chrono::year_month_day today() {
    const std::tm local = local_time();
    return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

} // namespace os
