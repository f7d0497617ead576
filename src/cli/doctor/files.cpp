// Who may read and who may change what the kiosk says.
#include "cli/doctor/probes.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace cli::doctor {

namespace {

constexpr const char* content_folder = "/etc/help-kiosk";
constexpr const char* kiosk_user = "help-kiosk"; // who runs the kiosk

struct Owner {
    std::string user, group;
    unsigned mode; // permissions
};

std::optional<Owner> owner_of(const platform::Machine& machine, const std::string& name) {
    const auto words = platform::words_of(machine.ask({"stat", "--format=%U %G %a", name}).value_or(""));
    if (words.size() != 3) return std::nullopt;
    return Owner{words[0], words[1], static_cast<unsigned>(std::strtoul(words[2].c_str(), nullptr, 8))};
}

bool may_read(const Owner& owner) {
    if (owner.user == kiosk_user) return (owner.mode & 0400) != 0;
    if (owner.group == kiosk_user) return (owner.mode & 0040) != 0;
    return (owner.mode & 0004) != 0;
}

bool only_root_writes(const Owner& owner) {
    return owner.user == "root" && (owner.mode & 0002) == 0 &&
           (owner.group == "root" || (owner.mode & 0020) == 0);
}

Findings file(const platform::Machine& machine, const std::string& name) {
    const auto owner = owner_of(machine, name);
    const std::string put_right = fmt::format("type: sudo chown root:root {0}; sudo chmod 644 {0}", name);
    if (!owner)
        return {
            {Mark::look, "files", fmt::format("who may change {} could not be found out", name), put_right}};
    if (!may_read(*owner))
        return {{Mark::bad, "files", fmt::format("the kiosk may not read {}", name), put_right}};
    if (!only_root_writes(*owner))
        return {{Mark::bad, "files", fmt::format("others than root may change {}", name), put_right}};
    return {};
}

Finding state(const platform::Machine& machine) {
    const auto owner = owner_of(machine, state_folder);
    const std::string put_right =
        fmt::format("type: sudo chown {0}:{0} {1}; sudo chmod 700 {1}", kiosk_user, state_folder);
    if (!owner)
        return {Mark::look, "files", fmt::format("whose {} is could not be found out", state_folder),
                put_right};
    if (owner->user != kiosk_user || (owner->mode & 0777) != 0700)
        return {Mark::bad, "files",
                fmt::format("{} belongs to {}, mode {:o}", state_folder, owner->user, owner->mode), put_right};
    return {Mark::ok, "files", fmt::format("{} belongs to the kiosk alone", state_folder)};
}

} // namespace

Findings look_at_files(const Subject& subject) {
    const platform::Machine& machine = subject.machine;
    Findings findings;
    bool any = false;
    for (const std::string& name : machine.names(content_folder)) {
        if (!name.ends_with(".yaml")) continue;
        any = true;
        const Findings wrong = file(machine, fmt::format("{}/{}", content_folder, name));
        findings.insert(findings.end(), wrong.begin(), wrong.end());
    }
    if (any && findings.empty())
        findings.push_back(
            {Mark::ok, "files", fmt::format("the kiosk reads {}, and only root changes it", content_folder)});
    if (machine.has(state_folder)) findings.push_back(state(machine));
    return findings;
}

} // namespace cli::doctor
