// Whether the clock on the kiosk's cover will be right.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year min_year = 2026y; // when this was written: no clock that is right says less
constexpr std::chrono::year max_year = 2076y;

Finding check_year(std::chrono::year current_year) {
    if (current_year < min_year || current_year > max_year)
        return {Status::error, "clock",
                fmt::format("it says that this is the year {}", static_cast<int>(current_year)),
                "its battery may be flat; type: sudo timedatectl set-time \"YYYY-MM-DD HH:MM\""};
    return {Status::ok, "clock",
            fmt::format("it says that this is the year {}", static_cast<int>(current_year))};
}

Finding check_network_time(const Machine& machine) {
    if (machine.exists("/run/systemd/timesync/synchronized"))
        return {Status::ok, "clock", "the network sets it"};
    const bool is_syncing = machine.exists("/run/systemd/timesync");
    return {Status::warning, "clock",
            is_syncing ? "the network has not set it since the machine started"
                       : "whether the network sets it could not be found out",
            "compare it with yours on the kiosk's cover"};
}

Finding check_time_zone(const Machine& machine) {
    constexpr std::string_view folder = "zoneinfo/";
    const std::string target = machine.read_link("/etc/localtime");
    const std::size_t offset = target.find(folder);
    const std::string zone = offset == std::string::npos ? "UTC" : target.substr(offset + folder.size());
    if (zone == "UTC" || zone.ends_with("/UTC"))
        return {Status::warning, "time zone", "none is set: the clock shows UTC",
                "for example, type: sudo timedatectl set-timezone America/Chicago"};
    return {Status::ok, "time zone", zone};
}

} // namespace

Findings check_clock(const DoctorContext& context) {
    return {check_year(context.today.year()), check_network_time(context.machine),
            check_time_zone(context.machine)};
}

} // namespace commands::doctor
