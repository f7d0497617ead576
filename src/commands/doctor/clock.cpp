// Checks whether the clock is correct, which the clock screen shows and the opening hours follow.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

using namespace std::chrono_literals;

// The year in which this was written, so an earlier year is always wrong.
constexpr std::chrono::year min_year = 2026y;
constexpr std::chrono::year max_year = 2076y;

Finding check_year(std::chrono::year current_year) {
    if (current_year < min_year || current_year > max_year)
        return {Status::error, "clock",
                fmt::format("it is set to the year {}", static_cast<int>(current_year)),
                "the clock's battery may be dead; to set the clock, type: sudo timedatectl "
                "set-time \"YYYY-MM-DD HH:MM\""};
    return {Status::ok, "clock",
            fmt::format("it is set to the year {}", static_cast<int>(current_year))};
}

Finding check_network_time(const Machine& machine) {
    if (machine.exists("/run/systemd/timesync/synchronized"))
        return {Status::ok, "clock", "synchronized over the network"};
    const bool is_syncing = machine.exists("/run/systemd/timesync");
    return {Status::warning, "clock",
            is_syncing ? "not synchronized over the network since the computer started"
                       : "could not determine whether it is synchronized over the network",
            "compare the kiosk's clock screen with your own clock"};
}

Finding check_time_zone(const Machine& machine) {
    constexpr std::string_view folder = "zoneinfo/";
    const std::string target = machine.read_link("/etc/localtime");
    const std::size_t offset = target.find(folder);
    const std::string zone =
        offset == std::string::npos ? "UTC" : target.substr(offset + folder.size());
    if (zone == "UTC" || zone.ends_with("/UTC"))
        return {Status::warning, "time zone", "not set, so the clock shows UTC",
                "type, for example: sudo timedatectl set-timezone America/Chicago"};
    return {Status::ok, "time zone", zone};
}

} // namespace

Findings check_clock(const DoctorContext& context) {
    return {check_year(context.today.year()), check_network_time(context.machine),
            check_time_zone(context.machine)};
}

} // namespace commands::doctor
