// Checks whether this computer is a station, how it was started, and whether its services are
// active.
#include "commands/doctor/checks.hpp"
#include "commands/machine/systemd_units.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace commands::doctor {

namespace {

const std::vector<std::string> service_units{"help-kiosk.service", "help-kiosk-display.service",
                                             "seatd.service"};
// Active only for a few minutes a night, so any state but "failed" is normal.
const std::string update_unit = "help-kiosk-update.service";

Finding check_unit(const std::string& name, UnitProperties properties) {
    const std::string state = properties["ActiveState"];
    if (state != "active")
        return {Status::error, "services",
                fmt::format("{} is not active: {}", name, state.empty() ? "unknown state" : state),
                fmt::format("type: systemctl status {}", name)};
    const int restarts = std::atoi(properties["NRestarts"].c_str());
    if (restarts > 0)
        return {Status::warning, "services",
                fmt::format("{} is active, but has restarted {} since the computer started", name,
                            pluralize(static_cast<std::size_t>(restarts), "time")),
                fmt::format("type: journalctl -b -u {}", name)};
    return {Status::ok, "services", fmt::format("{} is active", name)};
}

Finding check_last_update(UnitProperties properties) {
    if (properties["ActiveState"] == "failed")
        return {Status::warning, "services",
                "the last update failed and will be tried again the next night",
                fmt::format("type: journalctl -b -u {}", update_unit)};
    return {Status::ok, "services", "no update has failed since the computer started"};
}

Findings check_services(const Machine& machine) {
    if (!machine.exists("/run/systemd/system"))
        return {
            {Status::error, "services", "systemd is not running, and nothing else starts the kiosk",
             "run this command on the installed system, not in a container or a rescue system"}};
    std::vector<std::string> units = service_units;
    units.push_back(update_unit);
    const auto properties = query_systemd(machine, units, "ActiveState,NRestarts");
    if (!properties)
        return {{Status::warning, "services",
                 "could not get the state of the services from systemd",
                 "type: systemctl status help-kiosk"}};
    Findings findings;
    for (std::size_t i = 0; i < service_units.size(); ++i)
        findings.push_back(check_unit(service_units[i], (*properties)[i]));
    findings.push_back(check_last_update(properties->back()));
    return findings;
}

Finding check_next_start(const Machine& machine) {
    const auto menu = machine.read("/boot/grub/grub.cfg");
    if (!menu)
        return {Status::warning, "next start",
                "could not determine whether the next start will be in kiosk mode",
                "type: sudo help-kiosk doctor"};
    if (menu->find("help-kiosk=overlay") == std::string::npos)
        return {Status::error, "next start", "the boot menu has no entry for kiosk mode",
                "type: sudo update-grub"};
    return {Status::ok, "next start", "the next start will be in kiosk mode"};
}

} // namespace

Findings check_station(const DoctorContext& context) {
    switch (boot_mode(context.machine)) {
    case BootMode::not_a_station:
        return {{Status::warning, "station",
                 "this computer is not a station, so visitors could leave the kiosk",
                 "to show the kiosk and nothing else, install help-kiosk-station"}};
    case BootMode::maintenance:
        return {{Status::warning, "station",
                 "in maintenance mode: the kiosk is not running, and nothing is locked down",
                 "when you are done, type: sudo systemctl reboot"},
                check_next_start(context.machine)};
    case BootMode::restart_needed:
        return {{Status::warning, "station",
                 "installed, but nothing is locked down before the next restart",
                 "type: sudo systemctl reboot"},
                check_next_start(context.machine)};
    case BootMode::locked_down:
        break;
    }
    Findings findings{{Status::ok, "station", "in kiosk mode"}};
    const Findings more = check_services(context.machine);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

} // namespace commands::doctor
