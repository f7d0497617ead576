// Whether there is room: on the disk, in what lies over it, in memory.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace commands::doctor {

namespace {

constexpr const char* lower_disk_path = "/run/help-kiosk-overlay/disk"; // of a locked station

struct Filesystem {
    std::string topic, path;
    long min_free_mb;
    std::string advice;
};

Finding check_filesystem(const Machine& machine, const Filesystem& filesystem) {
    const auto output =
        machine.run({"df", "--output=avail", "--block-size=1M", filesystem.path}); // a title, then a number
    const auto lines = split_lines(output.value_or(""));
    if (lines.size() != 2)
        return {Status::warning, filesystem.topic, "how much is free could not be found out", "type: df -h"};
    const long free_mb = std::strtol(lines[1].c_str(), nullptr, 10);
    const std::string message = fmt::format("{} MB free", free_mb);
    if (free_mb < filesystem.min_free_mb)
        return {Status::warning, filesystem.topic, message, filesystem.advice};
    return {Status::ok, filesystem.topic, message};
}

Findings check_read_only(const Machine& machine) {
    const auto root = root_mount(machine);
    if (!root || !root->is_read_only) return {};
    return {{Status::error, "disk", "it can only be read: the kernel may have found it damaged",
             "restart; if it stays so, the disk is failing"}};
}

Finding check_memory(const Machine& machine) {
    constexpr double min_gb = 1.5;
    const auto fields =
        split_words(machine.read("/proc/meminfo").value_or("")); // "MemTotal: 2035128 kB"
    if (fields.size() < 2 || fields[0] != "MemTotal:")
        return {Status::warning, "memory", "how much there is could not be found out", "type: free -h"};
    const double gb = std::strtod(fields[1].c_str(), nullptr) * 1024 / 1e9;
    if (gb < min_gb)
        return {Status::warning, "memory", fmt::format("{:.1f} GB", gb),
                fmt::format("use a machine with {} GB or more", min_gb)};
    return {Status::ok, "memory", fmt::format("{:.1f} GB", gb)};
}

} // namespace

Findings check_free_space(const DoctorContext& context) {
    const Filesystem root_disk{"disk", "/", 1000, "updates need 1000 MB; for a start, type: sudo apt clean"};
    const Filesystem lower_disk{"disk", lower_disk_path, root_disk.min_free_mb,
                                "updates need 1000 MB; for a start, type: sudo help-kiosk-unlock apt clean"};
    const Filesystem overlay{"memory disk", "/", 100,
                             "what is written until the next start goes here; restart"};
    const Machine& machine = context.machine;
    const bool is_locked_down = boot_mode(machine) == BootMode::locked_down;
    Findings findings = check_read_only(machine);
    findings.push_back(check_filesystem(machine, is_locked_down ? lower_disk : root_disk));
    if (is_locked_down) findings.push_back(check_filesystem(machine, overlay));
    findings.push_back(check_memory(machine));
    return findings;
}

} // namespace commands::doctor
