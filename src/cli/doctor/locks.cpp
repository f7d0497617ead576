// Whether each lock of a station is in force: what keeps a visitor on the screen, and out of the machine.
#include "cli/doctor/probes.hpp"
#include "cli/doctor/units.hpp"
#include "platform/ports.hpp"

#include <fmt/format.h>

namespace cli::doctor {

namespace {

using platform::Machine;

Finding lock(bool holds, const std::string& shut, const std::string& open, const std::string& advice) {
    if (holds) return {Mark::ok, "locks", shut};
    return {Mark::bad, "locks", open, advice};
}

Finding unknown(const std::string& what) {
    return {Mark::look, "locks", fmt::format("{} could not be found out", what),
            "type: sudo help-kiosk doctor"};
}

constexpr const char* install_again = "restart; if it stays so, install help-kiosk-station again";

Finding disk(const Machine& machine) {
    const auto root = platform::root_mount(machine);
    if (!root) return unknown("whether the disk is only read from");
    return lock(root->type == "overlay", "the disk is only read from",
                "the disk is written to: a power cut can damage it", install_again);
}

Finding magic_keys(const Machine& machine) {
    const auto words = platform::words_of(machine.read("/proc/sys/kernel/sysrq").value_or(""));
    if (words.empty()) return unknown("whether the keyboard's magic keys work");
    return lock(words.front() == "0", "the keyboard's magic keys do nothing",
                fmt::format("the keyboard's magic keys work (kernel.sysrq = {})", words.front()),
                "something in /etc/sysctl.d allows them: remove it, and restart");
}

Finding logins(const Machine& machine) {
    const std::vector<std::string> units{"getty@tty1.service", "autovt@tty2.service",
                                         "serial-getty@ttyS0.service", "ctrl-alt-del.target"};
    const auto answers = ask_systemd(machine, units, "LoadState");
    if (!answers) return unknown("whether a login can be reached");
    std::vector<std::string> open;
    for (std::size_t i = 0; i < units.size(); ++i) {
        Properties properties = (*answers)[i];
        if (properties["LoadState"] != "masked") open.push_back(units[i]);
    }
    return lock(open.empty(), "no login can be reached, and Ctrl+Alt+Del does nothing",
                fmt::format("these can be reached: {}", joined(open)), install_again);
}

// What modprobe would do, whoever has set it; a module that is loaded already needs no modprobe.
Finding sticks(const Machine& machine, bool allowed) {
    if (allowed) return {Mark::ok, "locks", "USB sticks may be read: site.yaml allows it"};
    const auto answer = machine.ask({"modprobe", "--show-depends", "usb-storage"});
    if (machine.has("/sys/module/usb_storage"))
        return lock(false, "", "USB sticks are read", "pull out every stick, and restart");
    if (!answer) return unknown("whether USB sticks are read");
    return lock(answer->find("install /bin/false") != std::string::npos, "USB sticks are not read",
                "USB sticks would be read", "remove what allows them from /etc/modprobe.d, and restart");
}

Finding swap(const Machine& machine) {
    const auto text = machine.read("/proc/swaps");
    if (!text) return unknown("whether memory is written to the disk");
    return lock(platform::lines_of(*text).size() <= 1, "memory is never written to the disk (no swap)",
                "memory is written to the disk (swap)",
                "remove the line with \"swap\" from /etc/fstab, and restart");
}

Finding people(const Machine& machine) {
    const auto answer = machine.ask({"loginctl", "list-sessions", "--no-legend"});
    if (!answer) return unknown("whether somebody is logged in");
    return lock(platform::lines_of(*answer).empty(), "nobody is logged in",
                fmt::format("logged in: {}", counted(platform::lines_of(*answer).size(), "session")),
                "type: loginctl; and log out");
}

Finding network(const Machine& machine) {
    const auto ports = platform::reachable_ports(machine);
    if (!ports) return unknown("whether the network can reach anything here");
    return lock(ports->empty(), "nothing here can be reached from the network",
                fmt::format("can be reached from the network: {}", joined(*ports)),
                "type: sudo ss -lntup; and remove what listens");
}

} // namespace

Findings look_at_locks(const Subject& subject) {
    if (start_of(subject.machine) != Start::locked) return {};
    const Machine& machine = subject.machine;
    const bool sticks_allowed = subject.loaded.site.station.usb_storage;
    return {disk(machine), magic_keys(machine), logins(machine), sticks(machine, sticks_allowed),
            swap(machine), people(machine),     network(machine)};
}

} // namespace cli::doctor
