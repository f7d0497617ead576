// Checks that one display is connected, that it is on, and that its size fits the settings.
#include "commands/doctor/checks.hpp"
#include "display/reported_size.hpp"

#include <fmt/format.h>

#include <cmath>

namespace commands::doctor {

namespace {

Finding no_display(bool has_connector) {
    if (has_connector)
        return {Status::error, "display", "no display is connected",
                "check the display's video cable and power"};
    return {Status::error, "display", "the kernel has found no display connector",
            "the graphics adapter may need a firmware package; see section 1 of the runbook"};
}

Findings check_connected(const std::vector<Connector>& all) {
    std::vector<std::string> names;
    for (const Connector& each : all)
        if (each.is_connected) names.push_back(each.name);
    if (names.empty()) return {no_display(!all.empty())};
    if (names.size() == 1) return {};
    return {{Status::warning, "display",
             fmt::format("{} displays are connected: {}", names.size(), join(names)),
             "disconnect all but the one that visitors see"}};
}

Finding check_pixels(const Connector& display) {
    if (display.width_px == 0)
        return {Status::warning, "display",
                fmt::format("{} is connected; could not determine its resolution", display.name),
                "check that the picture is sharp and fills the display"};
    return {Status::ok, "display",
            fmt::format("{} is connected, {} x {} pixels", display.name, display.width_px,
                        display.height_px)};
}

Finding check_power(const Connector& display) {
    if (display.power.empty())
        return {Status::warning, "power saving",
                "could not determine whether the display turns itself off",
                "check the display after an hour without a touch"};
    if (display.power != "On")
        return {Status::warning, "power saving",
                fmt::format("the display is off or in standby ({})", display.power),
                "turn it on, and turn off its power saving"};
    if (!display.is_enabled)
        return {Status::warning, "power saving", "the display is on, but no picture is sent to it",
                "check whether it shows a picture"};
    return {Status::ok, "power saving", "the display is on"};
}

// Says why the size that the display reports is not used.
std::string reason_without_size(const Connector& display) {
    const Connector::Size& size = display.size_mm;
    if (size.width == 0 || size.height == 0) return "the display does not report its size";
    return fmt::format("the display reports {} x {} mm, which cannot be right", size.width,
                       size.height);
}

Finding check_unknown_panel(const Connector& connector,
                            const std::optional<double>& configured_inches) {
    const std::string reason = reason_without_size(connector);
    if (configured_inches)
        return {Status::ok, "panel",
                fmt::format("{:g} inches in the settings; {}", *configured_inches, reason)};
    return {Status::warning, "panel",
            fmt::format("{}, so the kiosk assumes {:g} inches", reason, display::default_inches),
            fmt::format("measure the diagonal of the picture, and {}; until then, test the panel "
                        "ruler of the staff screens",
                        setup_advice)};
}

Finding check_panel(const Connector& display, const std::optional<double>& configured_inches) {
    // With a larger error, everything on the screen is visibly too small or too large.
    constexpr double tolerance = 0.15;
    const auto reported_inches = display.inches();
    if (!reported_inches) return check_unknown_panel(display, configured_inches);
    if (!configured_inches)
        return {Status::ok, "panel",
                fmt::format("{:.1f} inches, as the display reports", *reported_inches)};
    if (std::abs(*configured_inches - *reported_inches) <= tolerance * *reported_inches)
        return {Status::ok, "panel",
                fmt::format("{:g} inches in the settings; the display reports {:.1f}",
                            *configured_inches, *reported_inches)};
    return {Status::warning, "panel",
            fmt::format("{:g} inches in the settings, but the display reports {:.1f}",
                        *configured_inches, *reported_inches),
            fmt::format("measure the diagonal of the picture, and {}", setup_advice)};
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
