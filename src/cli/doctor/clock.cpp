// Whether the clock on the kiosk's cover will be right.
#include "cli/doctor/probes.hpp"

#include <fmt/format.h>

namespace cli::doctor {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year earliest = 2026y; // when this was written: no clock that is right says less
constexpr std::chrono::year far = 2076y;

Finding year(std::chrono::year now) {
    if (now < earliest || now > far)
        return {Mark::bad, "clock", fmt::format("it says that this is the year {}", static_cast<int>(now)),
                "its battery may be flat; type: sudo timedatectl set-time \"YYYY-MM-DD HH:MM\""};
    return {Mark::ok, "clock", fmt::format("it says that this is the year {}", static_cast<int>(now))};
}

Finding network_time(const platform::Machine& machine) {
    if (machine.has("/run/systemd/timesync/synchronized")) return {Mark::ok, "clock", "the network sets it"};
    const bool asks = machine.has("/run/systemd/timesync");
    return {Mark::look, "clock",
            asks ? "the network has not set it since the machine started"
                 : "whether the network sets it could not be found out",
            "compare it with yours on the kiosk's cover"};
}

Finding zone(const platform::Machine& machine) {
    constexpr std::string_view folder = "zoneinfo/";
    const std::string target = machine.link("/etc/localtime");
    const std::size_t at = target.find(folder);
    const std::string zone = at == std::string::npos ? "UTC" : target.substr(at + folder.size());
    if (zone == "UTC" || zone.ends_with("/UTC"))
        return {Mark::look, "time zone", "none is set: the clock shows UTC",
                "for example, type: sudo timedatectl set-timezone America/Chicago"};
    return {Mark::ok, "time zone", zone};
}

} // namespace

Findings look_at_clock(const Subject& subject) {
    return {year(subject.today.year()), network_time(subject.machine), zone(subject.machine)};
}

} // namespace cli::doctor
