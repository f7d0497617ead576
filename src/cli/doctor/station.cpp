// Whether this machine is a station, how it was started, and whether all of it is up.
#include "cli/doctor/probes.hpp"
#include "cli/doctor/units.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace cli::doctor {

namespace {

const std::vector<std::string> service_units{"help-kiosk.service", "help-kiosk-display.service",
                                             "seatd.service"};
const std::string update_unit = "help-kiosk-update.service"; // runs for some minutes a night

Finding unit(const std::string& name, Properties properties) {
    const std::string state = properties["ActiveState"];
    if (state != "active")
        return {Mark::bad, "services", fmt::format("{} is {}", name, state.empty() ? "unknown" : state),
                fmt::format("type: systemctl status {}", name)};
    const int restarts = std::atoi(properties["NRestarts"].c_str());
    if (restarts > 0)
        return {Mark::look, "services",
                fmt::format("{} is up, but started again {} since the machine did", name,
                            counted(static_cast<std::size_t>(restarts), "time")),
                fmt::format("type: journalctl -b -u {}", name)};
    return {Mark::ok, "services", fmt::format("{} is up", name)};
}

Finding last_update(Properties properties) {
    if (properties["ActiveState"] == "failed")
        return {Mark::look, "services", "the last update failed, and is tried again in the next night",
                fmt::format("type: journalctl -b -u {}", update_unit)};
    return {Mark::ok, "services", "no update has failed since the machine started"};
}

Findings services(const platform::Machine& machine) {
    if (!machine.has("/run/systemd/system"))
        return {{Mark::bad, "services", "systemd does not run here, and nothing else starts the kiosk",
                 "start the machine itself, not a container or a rescue system"}};
    std::vector<std::string> all = service_units;
    all.push_back(update_unit);
    const auto answers = ask_systemd(machine, all, "ActiveState,NRestarts");
    if (!answers)
        return {{Mark::look, "services", "systemd does not say whether the kiosk is up",
                 "type: systemctl status help-kiosk"}};
    Findings findings;
    for (std::size_t i = 0; i < service_units.size(); ++i)
        findings.push_back(unit(service_units[i], (*answers)[i]));
    findings.push_back(last_update(answers->back()));
    return findings;
}

Finding next_start(const platform::Machine& machine) {
    const auto menu = machine.read("/boot/grub/grub.cfg");
    if (!menu)
        return {Mark::look, "next start", "whether the next start will be locked could not be found out",
                "type: sudo help-kiosk doctor"};
    if (menu->find("help-kiosk=overlay") == std::string::npos)
        return {Mark::bad, "next start", "the boot menu does not know the kiosk", "type: sudo update-grub"};
    return {Mark::ok, "next start", "the next start will be locked"};
}

} // namespace

Findings look_at_station(const Subject& subject) {
    switch (start_of(subject.machine)) {
    case Start::desk:
        return {{Mark::look, "station", "this is a computer on a desk: visitors could leave the kiosk",
                 "install help-kiosk-station for a screen that shows nothing else"}};
    case Start::service:
        return {{Mark::look, "station", "started for service: the kiosk does not run, and nothing is locked",
                 "when you are done, type: sudo systemctl reboot"},
                next_start(subject.machine)};
    case Start::unlocked:
        return {{Mark::look, "station", "installed, but not restarted since: nothing is locked yet",
                 "type: sudo systemctl reboot"},
                next_start(subject.machine)};
    case Start::locked:
        break;
    }
    Findings findings{{Mark::ok, "station", "started for visitors"}};
    const Findings more = services(subject.machine);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

} // namespace cli::doctor
