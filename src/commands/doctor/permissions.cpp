// Checks who can read and change the content files and the kiosk's state.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace commands::doctor {

namespace {

constexpr const char* content_folder = "/etc/help-kiosk";
constexpr const char* kiosk_user = "help-kiosk"; // runs the viewer

struct FileOwner {
    std::string user;
    std::string group;
    unsigned mode; // permission bits
};

std::optional<FileOwner> query_owner(const Machine& machine, const std::string& name) {
    const auto fields = split_words(machine.run({"stat", "--format=%U %G %a", name}).value_or(""));
    if (fields.size() != 3) return std::nullopt;
    return FileOwner{fields[0], fields[1],
                     static_cast<unsigned>(std::strtoul(fields[2].c_str(), nullptr, 8))};
}

bool can_read(const FileOwner& owner) {
    if (owner.user == kiosk_user) return (owner.mode & 0400) != 0;
    if (owner.group == kiosk_user) return (owner.mode & 0040) != 0;
    return (owner.mode & 0004) != 0;
}

bool is_writable_by_root_only(const FileOwner& owner) {
    return owner.user == "root" && (owner.mode & 0002) == 0 &&
           (owner.group == "root" || (owner.mode & 0020) == 0);
}

Findings check_file(const Machine& machine, const std::string& name) {
    const auto owner = query_owner(machine, name);
    const std::string advice =
        fmt::format("type: sudo chown root:root {0}; sudo chmod 644 {0}", name);
    if (!owner)
        return {{Status::warning, "permissions",
                 fmt::format("could not read the permissions of {}", name), advice}};
    if (!can_read(*owner))
        return {
            {Status::error, "permissions", fmt::format("the kiosk cannot read {}", name), advice}};
    if (!is_writable_by_root_only(*owner))
        return {{Status::error, "permissions",
                 fmt::format("users other than root can change {}", name), advice}};
    return {};
}

Finding check_state_folder(const Machine& machine) {
    const auto owner = query_owner(machine, state_folder);
    const std::string advice =
        fmt::format("type: sudo chown {0}:{0} {1}; sudo chmod 700 {1}", kiosk_user, state_folder);
    if (!owner)
        return {Status::warning, "permissions",
                fmt::format("could not read the permissions of {}", state_folder), advice};
    if (owner->user != kiosk_user || (owner->mode & 0777) != 0700)
        return {Status::error, "permissions",
                fmt::format("{} is owned by {}, with mode {:o}", state_folder, owner->user,
                            owner->mode),
                advice};
    return {Status::ok, "permissions", fmt::format("only the kiosk can access {}", state_folder)};
}

} // namespace

Findings check_permissions(const DoctorContext& context) {
    const Machine& machine = context.machine;
    Findings findings;
    bool has_files = false;
    for (const std::string& name : machine.list_folder(content_folder)) {
        if (!name.ends_with(".yaml")) continue;
        has_files = true;
        const Findings file_findings =
            check_file(machine, fmt::format("{}/{}", content_folder, name));
        findings.insert(findings.end(), file_findings.begin(), file_findings.end());
    }
    if (has_files && findings.empty())
        findings.push_back(
            {Status::ok, "permissions",
             fmt::format("the kiosk can read {}, and only root can change it", content_folder)});
    if (machine.exists(state_folder)) findings.push_back(check_state_folder(machine));
    return findings;
}

} // namespace commands::doctor
