// Whether there is a display, how large it is, and whether it shows anything.
#include "cli/doctor/probes.hpp"

#include <fmt/format.h>

#include <cmath>

namespace cli::doctor {

namespace {

using platform::Connector;

Finding none(bool any_socket) {
    if (any_socket)
        return {Mark::bad, "display", "no display is connected",
                "look at the picture cable, and whether the display has power"};
    return {Mark::bad, "display", "the kernel knows no socket for a display",
            "the graphics may need a firmware package: section 1 of the run book"};
}

Findings connected(const std::vector<Connector>& all) {
    std::vector<std::string> names;
    for (const Connector& each : all)
        if (each.connected) names.push_back(each.name);
    if (names.empty()) return {none(!all.empty())};
    if (names.size() == 1) return {};
    return {{Mark::look, "display", fmt::format("{} displays are connected: {}", names.size(), joined(names)),
             "leave only the one that visitors see"}};
}

Finding pixels(const Connector& display) {
    if (display.width == 0)
        return {Mark::look, "display",
                fmt::format("{} is connected; how many pixels it has could not be found out", display.name),
                "look at the picture: is it sharp, and does it fill the display?"};
    return {Mark::ok, "display",
            fmt::format("{} is connected, {} x {} pixels", display.name, display.width, display.height)};
}

Finding power(const Connector& display) {
    if (display.power.empty())
        return {Mark::look, "power saving", "whether the display sleeps could not be found out",
                "look at it after an hour without a touch"};
    if (display.power != "On")
        return {Mark::look, "power saving", fmt::format("the display is asleep now ({})", display.power),
                "wake it, and turn its power saving off"};
    if (!display.enabled)
        return {Mark::look, "power saving", "the display is awake, but nothing is shown on it",
                "look whether its picture is there"};
    return {Mark::ok, "power saving", "the display is awake"};
}

Finding panel(const Connector& display, const std::optional<double>& set) {
    constexpr double tolerance = 0.15; // more, and everything on the screen is too small or too large
    const auto said = display.inches();
    if (!set && !said)
        return {Mark::look, "panel",
                "neither the settings nor the display say how large it is; 24 inches are assumed", set_up};
    if (!set) return {Mark::ok, "panel", fmt::format("{:.1f} inches, says the display", *said)};
    if (!said)
        return {Mark::ok, "panel",
                fmt::format("{:g} inches, say the settings; the display does not say", *set)};
    if (std::abs(*set - *said) <= tolerance * *said)
        return {Mark::ok, "panel",
                fmt::format("{:g} inches, say the settings; the display says {:.1f}", *set, *said)};
    return {Mark::look, "panel",
            fmt::format("{:g} inches, say the settings, but the display says {:.1f}", *set, *said),
            fmt::format("measure the picture from corner to corner, and {}", set_up)};
}

} // namespace

Findings look_at_display(const Subject& subject) {
    Findings findings = connected(platform::connectors(subject.machine));
    const auto display = platform::display(subject.machine);
    if (!display) return findings;
    findings.insert(findings.begin(), pixels(*display));
    findings.push_back(panel(*display, subject.loaded.site.panel_inches));
    findings.push_back(power(*display));
    return findings;
}

} // namespace cli::doctor
