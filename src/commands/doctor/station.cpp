// Whether this machine is a station, how it was started, and whether all of it is up.
#include "commands/doctor/checks.hpp"
#include "commands/machine/systemd_units.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace commands::doctor {

namespace {

const std::vector<std::string> service_units{"help-kiosk.service", "help-kiosk-display.service",
                                             "seatd.service"};
const std::string update_unit = "help-kiosk-update.service"; // runs for some minutes a night

Finding check_unit(const std::string& name, UnitProperties properties) {
    const std::string state = properties["ActiveState"];
    if (state != "active")
        return {Status::error, "services", fmt::format("{} is {}", name, state.empty() ? "unknown" : state),
                fmt::format("type: systemctl status {}", name)};
    const int restarts = std::atoi(properties["NRestarts"].c_str());
    if (restarts > 0)
        return {Status::warning, "services",
                fmt::format("{} is up, but started again {} since the machine did", name,
                            pluralize(static_cast<std::size_t>(restarts), "time")),
                fmt::format("type: journalctl -b -u {}", name)};
    return {Status::ok, "services", fmt::format("{} is up", name)};
}

Finding check_last_update(UnitProperties properties) {
    if (properties["ActiveState"] == "failed")
        return {Status::warning, "services", "the last update failed, and is tried again in the next night",
                fmt::format("type: journalctl -b -u {}", update_unit)};
    return {Status::ok, "services", "no update has failed since the machine started"};
}

Findings check_services(const Machine& machine) {
    if (!machine.exists("/run/systemd/system"))
        return {{Status::error, "services", "systemd does not run here, and nothing else starts the kiosk",
                 "start the machine itself, not a container or a rescue system"}};
    std::vector<std::string> all = service_units;
    all.push_back(update_unit);
    const auto answers = query_systemd(machine, all, "ActiveState,NRestarts");
    if (!answers)
        return {{Status::warning, "services", "systemd does not say whether the kiosk is up",
                 "type: systemctl status help-kiosk"}};
    Findings findings;
    for (std::size_t i = 0; i < service_units.size(); ++i)
        findings.push_back(check_unit(service_units[i], (*answers)[i]));
    findings.push_back(check_last_update(answers->back()));
    return findings;
}

Finding check_next_start(const Machine& machine) {
    const auto menu = machine.read("/boot/grub/grub.cfg");
    if (!menu)
        return {Status::warning, "next start", "whether the next start will be locked could not be found out",
                "type: sudo help-kiosk doctor"};
    if (menu->find("help-kiosk=overlay") == std::string::npos)
        return {Status::error, "next start", "the boot menu does not know the kiosk", "type: sudo update-grub"};
    return {Status::ok, "next start", "the next start will be locked"};
}

} // namespace

Findings check_station(const DoctorContext& context) {
    switch (boot_mode(context.machine)) {
    case BootMode::not_a_station:
        return {{Status::warning, "station", "this is a computer on a desk: visitors could leave the kiosk",
                 "install help-kiosk-station for a screen that shows nothing else"}};
    case BootMode::maintenance:
        return {{Status::warning, "station",
                 "started for service: the kiosk does not run, and nothing is locked",
                 "when you are done, type: sudo systemctl reboot"},
                check_next_start(context.machine)};
    case BootMode::restart_needed:
        return {{Status::warning, "station", "installed, but not restarted since: nothing is locked yet",
                 "type: sudo systemctl reboot"},
                check_next_start(context.machine)};
    case BootMode::locked_down:
        break;
    }
    Findings findings{{Status::ok, "station", "started for visitors"}};
    const Findings more = check_services(context.machine);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

} // namespace commands::doctor
