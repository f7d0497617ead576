// Checks each restriction of kiosk mode, which keep visitors in the kiosk and out of the computer.
#include "commands/doctor/checks.hpp"
#include "commands/machine/listening_ports.hpp"
#include "commands/machine/systemd_units.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

Finding lockdown_finding(bool is_in_force, const std::string& locked_message,
                         const std::string& open_message, const std::string& advice) {
    if (is_in_force) return {Status::ok, "lockdown", locked_message};
    return {Status::error, "lockdown", open_message, advice};
}

// `question` starts with "whether".
Finding unknown_finding(const std::string& question) {
    return {Status::warning, "lockdown", fmt::format("could not determine {}", question),
            "type: sudo help-kiosk doctor"};
}

constexpr const char* reinstall_advice =
    "restart; if this does not help, reinstall help-kiosk-station";

Finding check_disk(const Machine& machine) {
    const auto root = root_mount(machine);
    if (!root) return unknown_finding("whether the disk is read-only");
    return lockdown_finding(root->type == "overlay", "the disk is read-only",
                            "the disk is writable, so a power failure can damage it",
                            reinstall_advice);
}

Finding check_sysrq_keys(const Machine& machine) {
    const auto fields = split_words(machine.read("/proc/sys/kernel/sysrq").value_or(""));
    if (fields.empty()) return unknown_finding("whether the SysRq keys are disabled");
    return lockdown_finding(
        fields.front() == "0", "the SysRq keys are disabled",
        fmt::format("the SysRq keys are enabled (kernel.sysrq = {})", fields.front()),
        "remove the setting from /etc/sysctl.d, and restart");
}

Finding check_logins(const Machine& machine) {
    const std::vector<std::string> units{"getty@tty1.service", "autovt@tty2.service",
                                         "serial-getty@ttyS0.service", "ctrl-alt-del.target"};
    const auto all_properties = query_systemd(machine, units, "LoadState");
    if (!all_properties) return unknown_finding("whether login prompts are disabled");
    std::vector<std::string> enabled_units;
    for (std::size_t i = 0; i < units.size(); ++i) {
        UnitProperties properties = (*all_properties)[i];
        if (properties["LoadState"] != "masked") enabled_units.push_back(units[i]);
    }
    return lockdown_finding(enabled_units.empty(), "login prompts and Ctrl+Alt+Del are disabled",
                            fmt::format("not disabled: {}", join(enabled_units)), reinstall_advice);
}

// Asks modprobe, because the setting can be in any file that it reads. If the module is already
// loaded, the answer does not matter.
Finding check_usb_storage(const Machine& machine, bool is_allowed) {
    if (is_allowed) return {Status::ok, "lockdown", "USB drives are allowed by site.yaml"};
    const auto output = machine.run({"modprobe", "--show-depends", "usb-storage"});
    if (machine.exists("/sys/module/usb_storage"))
        return lockdown_finding(false, "", "the driver for USB drives is loaded",
                                "unplug all USB drives, and restart");
    if (!output) return unknown_finding("whether USB drives are blocked");
    return lockdown_finding(
        output->find("install /bin/false") != std::string::npos, "USB drives are blocked",
        "USB drives are not blocked",
        "remove the setting that allows them from /etc/modprobe.d, and restart");
}

Finding check_swap(const Machine& machine) {
    const auto text = machine.read("/proc/swaps");
    if (!text) return unknown_finding("whether swap is off");
    return lockdown_finding(split_lines(*text).size() <= 1,
                            "swap is off, so memory is never written to the disk",
                            "swap is on, so memory can be written to the disk",
                            "remove the line with \"swap\" from /etc/fstab, and restart");
}

Finding check_sessions(const Machine& machine) {
    const auto output = machine.run({"loginctl", "list-sessions", "--no-legend"});
    if (!output) return unknown_finding("whether somebody is logged in");
    return lockdown_finding(split_lines(*output).empty(), "nobody is logged in",
                            fmt::format("active login sessions: {}", split_lines(*output).size()),
                            "type loginctl to list them, and log out");
}

Finding check_network(const Machine& machine) {
    const auto ports = list_listening_ports(machine);
    if (!ports) return unknown_finding("whether a service listens on the network");
    return lockdown_finding(ports->empty(), "no service listens on the network",
                            fmt::format("services listen on the network: {}", join(*ports)),
                            "type sudo ss -lntup to list these services, and remove them");
}

} // namespace

Findings check_lockdown(const DoctorContext& context) {
    if (boot_mode(context.machine) != BootMode::locked_down) return {};
    const Machine& machine = context.machine;
    const bool is_usb_storage_allowed = context.loaded.site.station.usb_storage;
    return {check_disk(machine),   check_sysrq_keys(machine),
            check_logins(machine), check_usb_storage(machine, is_usb_storage_allowed),
            check_swap(machine),   check_sessions(machine),
            check_network(machine)};
}

} // namespace commands::doctor
