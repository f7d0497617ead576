// Checks whether the clock is correct, which the clock screen shows and the opening hours follow.
#include "commands/doctor/checks.hpp"
#include "commands/machine/time_zone.hpp"
#include "session/plausible_time.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

Finding check_date(std::chrono::year_month_day today) {
    const int current_year = static_cast<int>(today.year());
    if (!session::is_plausible(base::LocalTime{std::chrono::local_days{today}}))
        return {Status::error, "clock",
                fmt::format("it is set to {:04}-{:02}-{:02}, so the opening hours do not apply",
                            current_year, static_cast<unsigned>(today.month()),
                            static_cast<unsigned>(today.day())),
                "the clock's battery may be dead; to set the clock, type: sudo timedatectl "
                "set-time \"YYYY-MM-DD HH:MM\""};
    return {Status::ok, "clock", fmt::format("it is set to the year {}", current_year)};
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
    const std::string zone = read_time_zone(machine);
    if (is_utc(zone))
        return {Status::warning, "time zone", "not set, so the clock shows UTC",
                "type, for example: sudo timedatectl set-timezone America/Chicago"};
    return {Status::ok, "time zone", zone};
}

} // namespace

Findings check_clock(const DoctorContext& context) {
    return {check_date(context.today), check_network_time(context.machine),
            check_time_zone(context.machine)};
}

} // namespace commands::doctor
