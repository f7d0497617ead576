// Whether each lock of a station is in force: what keeps a visitor on the screen, and out of the machine.
#include "commands/doctor/checks.hpp"
#include "commands/machine/systemd_units.hpp"
#include "commands/machine/listening_ports.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

Finding lock_finding(bool is_in_force, const std::string& locked_message, const std::string& open_message,
                     const std::string& advice) {
    if (is_in_force) return {Status::ok, "locks", locked_message};
    return {Status::error, "locks", open_message, advice};
}

Finding unknown_finding(const std::string& what) {
    return {Status::warning, "locks", fmt::format("{} could not be found out", what),
            "type: sudo help-kiosk doctor"};
}

constexpr const char* reinstall_advice = "restart; if it stays so, install help-kiosk-station again";

Finding check_disk(const Machine& machine) {
    const auto root = root_mount(machine);
    if (!root) return unknown_finding("whether the disk is only read from");
    return lock_finding(root->type == "overlay", "the disk is only read from",
                        "the disk is written to: a power cut can damage it", reinstall_advice);
}

Finding check_magic_keys(const Machine& machine) {
    const auto fields = split_words(machine.read("/proc/sys/kernel/sysrq").value_or(""));
    if (fields.empty()) return unknown_finding("whether the keyboard's magic keys work");
    return lock_finding(fields.front() == "0", "the keyboard's magic keys do nothing",
                        fmt::format("the keyboard's magic keys work (kernel.sysrq = {})", fields.front()),
                        "something in /etc/sysctl.d allows them: remove it, and restart");
}

Finding check_logins(const Machine& machine) {
    const std::vector<std::string> units{"getty@tty1.service", "autovt@tty2.service",
                                         "serial-getty@ttyS0.service", "ctrl-alt-del.target"};
    const auto answers = query_systemd(machine, units, "LoadState");
    if (!answers) return unknown_finding("whether a login can be reached");
    std::vector<std::string> reachable;
    for (std::size_t i = 0; i < units.size(); ++i) {
        UnitProperties properties = (*answers)[i];
        if (properties["LoadState"] != "masked") reachable.push_back(units[i]);
    }
    return lock_finding(reachable.empty(), "no login can be reached, and Ctrl+Alt+Del does nothing",
                        fmt::format("these can be reached: {}", join(reachable)), reinstall_advice);
}

// What modprobe would do, whoever has set it; a module that is loaded already needs no modprobe.
Finding check_usb_storage(const Machine& machine, bool is_allowed) {
    if (is_allowed) return {Status::ok, "locks", "USB sticks may be read: site.yaml allows it"};
    const auto output = machine.run({"modprobe", "--show-depends", "usb-storage"});
    if (machine.exists("/sys/module/usb_storage"))
        return lock_finding(false, "", "USB sticks are read", "pull out every stick, and restart");
    if (!output) return unknown_finding("whether USB sticks are read");
    return lock_finding(output->find("install /bin/false") != std::string::npos, "USB sticks are not read",
                        "USB sticks would be read",
                        "remove what allows them from /etc/modprobe.d, and restart");
}

Finding check_swap(const Machine& machine) {
    const auto text = machine.read("/proc/swaps");
    if (!text) return unknown_finding("whether memory is written to the disk");
    return lock_finding(split_lines(*text).size() <= 1,
                        "memory is never written to the disk (no swap)", "memory is written to the disk (swap)",
                        "remove the line with \"swap\" from /etc/fstab, and restart");
}

Finding check_sessions(const Machine& machine) {
    const auto output = machine.run({"loginctl", "list-sessions", "--no-legend"});
    if (!output) return unknown_finding("whether somebody is logged in");
    return lock_finding(
        split_lines(*output).empty(), "nobody is logged in",
        fmt::format("logged in: {}", pluralize(split_lines(*output).size(), "session")),
        "type: loginctl; and log out");
}

Finding check_network(const Machine& machine) {
    const auto ports = list_listening_ports(machine);
    if (!ports) return unknown_finding("whether the network can reach anything here");
    return lock_finding(ports->empty(), "nothing here can be reached from the network",
                        fmt::format("can be reached from the network: {}", join(*ports)),
                        "type: sudo ss -lntup; and remove what listens");
}

} // namespace

Findings check_lockdown(const DoctorContext& context) {
    if (boot_mode(context.machine) != BootMode::locked_down) return {};
    const Machine& machine = context.machine;
    const bool is_usb_storage_allowed = context.loaded.site.station.usb_storage;
    return {check_disk(machine),   check_magic_keys(machine),
            check_logins(machine), check_usb_storage(machine, is_usb_storage_allowed),
            check_swap(machine),   check_sessions(machine),
            check_network(machine)};
}

} // namespace commands::doctor
