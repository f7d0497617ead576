#include "os/clock.hpp"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace os {

namespace {

base::Instant time_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    const auto time = std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
    return base::Instant{std::chrono::duration_cast<base::Duration>(time)};
}

base::LocalTime local_time_at(std::time_t time) {
    tzset(); // reads the time zone again if it has changed, which localtime_r() does not
    std::tm local{};
    localtime_r(&time, &local);
    const std::chrono::local_days day{std::chrono::year{local.tm_year + 1900} / (local.tm_mon + 1) /
                                      local.tm_mday};
    return day + std::chrono::hours{local.tm_hour} + std::chrono::minutes{local.tm_min} +
           std::chrono::seconds{local.tm_sec};
}

std::chrono::year_month_day local_date_at(std::time_t time) {
    return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(local_time_at(time))};
}

} // namespace

base::Instant time_since_boot() {
    return time_of(CLOCK_BOOTTIME);
}

base::ClockReading read_clock() {
    const base::Instant since_boot = time_since_boot();
    return {since_boot, local_time_at(std::time(nullptr)), since_boot - time_of(CLOCK_MONOTONIC)};
}

std::string local_date_of(std::filesystem::file_time_type time) {
    const auto since_epoch = std::chrono::file_clock::to_sys(time).time_since_epoch();
    const std::chrono::year_month_day date =
        local_date_at(std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count());
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::chrono::year_month_day today() {
    return local_date_at(std::time(nullptr));
}

} // namespace os
