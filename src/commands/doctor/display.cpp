// Whether there is a display, how large it is, and whether it shows anything.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

#include <cmath>

namespace commands::doctor {

namespace {

Finding no_display(bool has_connector) {
    if (has_connector)
        return {Status::error, "display", "no display is connected",
                "look at the picture cable, and whether the display has power"};
    return {Status::error, "display", "the kernel knows no socket for a display",
            "the graphics may need a firmware package: section 1 of the run book"};
}

Findings check_connected(const std::vector<Connector>& all) {
    std::vector<std::string> names;
    for (const Connector& each : all)
        if (each.is_connected) names.push_back(each.name);
    if (names.empty()) return {no_display(!all.empty())};
    if (names.size() == 1) return {};
    return {{Status::warning, "display",
             fmt::format("{} displays are connected: {}", names.size(), join(names)),
             "leave only the one that visitors see"}};
}

Finding check_pixels(const Connector& display) {
    if (display.width_px == 0)
        return {Status::warning, "display",
                fmt::format("{} is connected; how many pixels it has could not be found out", display.name),
                "look at the picture: is it sharp, and does it fill the display?"};
    return {Status::ok, "display",
            fmt::format("{} is connected, {} x {} pixels", display.name, display.width_px, display.height_px)};
}

Finding check_power(const Connector& display) {
    if (display.power.empty())
        return {Status::warning, "power saving", "whether the display sleeps could not be found out",
                "look at it after an hour without a touch"};
    if (display.power != "On")
        return {Status::warning, "power saving", fmt::format("the display is asleep now ({})", display.power),
                "wake it, and turn its power saving off"};
    if (!display.is_enabled)
        return {Status::warning, "power saving", "the display is awake, but nothing is shown on it",
                "look whether its picture is there"};
    return {Status::ok, "power saving", "the display is awake"};
}

Finding check_panel(const Connector& display, const std::optional<double>& configured_inches) {
    constexpr double tolerance = 0.15; // more, and everything on the screen is too small or too large
    const auto reported_inches = display.inches();
    if (!configured_inches && !reported_inches)
        return {Status::warning, "panel",
                "neither the settings nor the display say how large it is; 24 inches are assumed",
                setup_advice};
    if (!configured_inches)
        return {Status::ok, "panel", fmt::format("{:.1f} inches, says the display", *reported_inches)};
    if (!reported_inches)
        return {Status::ok, "panel",
                fmt::format("{:g} inches, say the settings; the display does not say", *configured_inches)};
    if (std::abs(*configured_inches - *reported_inches) <= tolerance * *reported_inches)
        return {Status::ok, "panel",
                fmt::format("{:g} inches, say the settings; the display says {:.1f}", *configured_inches,
                            *reported_inches)};
    return {Status::warning, "panel",
            fmt::format("{:g} inches, say the settings, but the display says {:.1f}", *configured_inches,
                        *reported_inches),
            fmt::format("measure the picture from corner to corner, and {}", setup_advice)};
}

} // namespace

Findings check_display(const DoctorContext& context) {
    Findings findings = check_connected(list_connectors(context.machine));
    const auto display = first_connected_display(context.machine);
    if (!display) return findings;
    findings.insert(findings.begin(), check_pixels(*display));
    findings.push_back(check_panel(*display, context.loaded.site.panel_inches));
    findings.push_back(check_power(*display));
    return findings;
}

} // namespace commands::doctor
