// Checks the free space on the disk and in the overlay of a station, and the amount of memory.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace commands::doctor {

namespace {

// The mount point of the disk in kiosk mode, in which / is an overlay in memory.
constexpr const char* lower_disk_path = "/run/help-kiosk-overlay/disk";

struct Filesystem {
    std::string topic;
    std::string path;
    long min_free_mb;
    std::string advice;
};

Finding check_filesystem(const Machine& machine, const Filesystem& filesystem) {
    // The output is a line with the title of the column and a line with the number.
    const auto output = machine.run({"df", "--output=avail", "--block-size=1M", filesystem.path});
    const auto lines = split_lines(output.value_or(""));
    if (lines.size() != 2)
        return {Status::warning, filesystem.topic, "could not determine the free space",
                "type: df -h"};
    const long free_mb = std::strtol(lines[1].c_str(), nullptr, 10);
    const std::string message = fmt::format("{} MB free", free_mb);
    if (free_mb < filesystem.min_free_mb)
        return {Status::warning, filesystem.topic, message, filesystem.advice};
    return {Status::ok, filesystem.topic, message};
}

Findings check_read_only(const Machine& machine) {
    const auto root = root_mount(machine);
    if (!root || !root->is_read_only) return {};
    return {{Status::error, "disk", "it is read-only; the kernel may have found errors on it",
             "restart; if this does not help, the disk may be failing"}};
}

Finding check_memory(const Machine& machine) {
    constexpr double min_gb = 1.5;
    // The file starts with "MemTotal: 2035128 kB".
    const auto fields = split_words(machine.read("/proc/meminfo").value_or(""));
    if (fields.size() < 2 || fields[0] != "MemTotal:")
        return {Status::warning, "memory", "could not determine the amount of memory",
                "type: free -h"};
    const double gb = std::strtod(fields[1].c_str(), nullptr) * 1024 / 1e9;
    if (gb < min_gb)
        return {Status::warning, "memory", fmt::format("{:.1f} GB", gb),
                fmt::format("use a computer with at least {} GB", min_gb)};
    return {Status::ok, "memory", fmt::format("{:.1f} GB", gb)};
}

} // namespace

Findings check_free_space(const DoctorContext& context) {
    const Filesystem root_disk{"disk", "/", 1000,
                               "updates need 1000 MB; to free space, type: sudo apt clean"};
    const Filesystem lower_disk{
        "disk", lower_disk_path, root_disk.min_free_mb,
        "updates need 1000 MB; to free space, type: sudo help-kiosk-unlock apt clean"};
    const Filesystem overlay{"memory disk", "/", 100,
                             "it holds all changes since the last start; to empty it, restart"};
    const Machine& machine = context.machine;
    const bool is_locked_down = boot_mode(machine) == BootMode::locked_down;
    Findings findings = check_read_only(machine);
    findings.push_back(check_filesystem(machine, is_locked_down ? lower_disk : root_disk));
    if (is_locked_down) findings.push_back(check_filesystem(machine, overlay));
    findings.push_back(check_memory(machine));
    return findings;
}

} // namespace commands::doctor
