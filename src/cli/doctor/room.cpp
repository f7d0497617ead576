// Whether there is room: on the disk, in what lies over it, in memory.
#include "cli/doctor/probes.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace cli::doctor {

namespace {

constexpr const char* disk_below = "/run/help-kiosk-overlay/disk"; // of a locked station

struct Place {
    std::string topic, path;
    long least_mb;
    std::string advice;
};

Finding room(const platform::Machine& machine, const Place& place) {
    const auto answer =
        machine.ask({"df", "--output=avail", "--block-size=1M", place.path}); // a title, then a number
    const auto lines = platform::lines_of(answer.value_or(""));
    if (lines.size() != 2)
        return {Mark::look, place.topic, "how much is free could not be found out", "type: df -h"};
    const long free_mb = std::strtol(lines[1].c_str(), nullptr, 10);
    const std::string found = fmt::format("{} MB free", free_mb);
    if (free_mb < place.least_mb) return {Mark::look, place.topic, found, place.advice};
    return {Mark::ok, place.topic, found};
}

Findings broken(const platform::Machine& machine) {
    const auto root = platform::root_mount(machine);
    if (!root || !root->read_only) return {};
    return {{Mark::bad, "disk", "it can only be read: the kernel may have found it damaged",
             "restart; if it stays so, the disk is failing"}};
}

Finding memory(const platform::Machine& machine) {
    constexpr double least_gb = 1.5;
    const auto words = platform::words_of(machine.read("/proc/meminfo").value_or("")); // "MemTotal: 2035128 kB"
    if (words.size() < 2 || words[0] != "MemTotal:")
        return {Mark::look, "memory", "how much there is could not be found out", "type: free -h"};
    const double gb = std::strtod(words[1].c_str(), nullptr) * 1024 / 1e9;
    if (gb < least_gb)
        return {Mark::look, "memory", fmt::format("{:.1f} GB", gb),
                fmt::format("use a machine with {} GB or more", least_gb)};
    return {Mark::ok, "memory", fmt::format("{:.1f} GB", gb)};
}

} // namespace

Findings look_at_room(const Subject& subject) {
    const Place disk{"disk", "/", 1000, "updates need 1000 MB; for a start, type: sudo apt clean"};
    const Place below{"disk", disk_below, disk.least_mb,
                      "updates need 1000 MB; for a start, type: sudo help-kiosk-unlock apt clean"};
    const Place cover{"memory disk", "/", 100, "what is written until the next start goes here; restart"};
    const platform::Machine& machine = subject.machine;
    const bool locked = start_of(machine) == Start::locked;
    Findings findings = broken(machine);
    findings.push_back(room(machine, locked ? below : disk));
    if (locked) findings.push_back(room(machine, cover));
    findings.push_back(memory(machine));
    return findings;
}

} // namespace cli::doctor
