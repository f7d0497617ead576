// Whether the picture stands upright or lies, and whether it can be reached.
#include "commands/doctor/checks.hpp"
#include "commands/doctor/touch_zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace commands::doctor {

namespace {

constexpr int min_zone_mm = static_cast<int>(ui::min_reach_mm);
constexpr int max_top_mm = 2300; // mm: above this nobody reads

Finding check_rotation(int degrees, const ui::Panel& panel) {
    const bool is_portrait = panel.height_px > panel.width_px;
    return {Status::ok, "rotation",
            fmt::format("turned by {} degrees: the picture {}, {} wide and {} high", degrees,
                        is_portrait ? "stands upright" : "lies on its side", panel.width_px, panel.height_px)};
}

std::string position_text(const TouchZone& zone) {
    return fmt::format("the picture hangs {} to {} mm above the floor", zone.bottom_mm, zone.top_mm);
}

Finding check_touch_zone(const TouchZone& zone) {
    const std::string measure_advice =
        fmt::format("measure from the floor to the lower edge of the picture, and {}", setup_advice);
    if (zone.height_mm() < min_zone_mm)
        return {
            Status::error, "mounting",
            fmt::format("{}: a hand reaches {} mm of it", position_text(zone), std::max(0, zone.height_mm())),
            fmt::format("hang it so that {} mm or more can be reached; or {}", min_zone_mm, measure_advice)};
    if (zone.top_mm > max_top_mm)
        return {Status::warning, "mounting", fmt::format("{}: too high to be read", position_text(zone)),
                fmt::format("look at rotation and panel; {}", measure_advice)};
    return {
        Status::ok, "mounting",
        fmt::format("{}, and is touched from {} to {}", position_text(zone), zone.lowest_mm, zone.highest_mm)};
}

} // namespace

std::optional<TouchZone> touch_zone(const ui::Panel& panel) {
    if (!panel.mounting) return std::nullopt;
    const ui::Theme theme(panel, session::ColorScheme::light, session::min_text_size);
    const auto mm = [&](int px) { return static_cast<int>(std::lround(theme.panel_mm(px))); };
    const content::Mounting& mounting = *panel.mounting;
    const int top = mounting.bottom_mm + mm(panel.height_px);
    return TouchZone{mm(panel.width_px), mounting.bottom_mm, top,
                     std::max(mounting.bottom_mm, mounting.lowest_mm), std::min(top, mounting.highest_mm)};
}

Findings check_mounting(const DoctorContext& context) {
    const content::Site& site = context.loaded.site;
    const auto panel = visible_panel(site, first_connected_display(context.machine));
    Findings findings;
    if (panel) findings.push_back(check_rotation(site.rotate, *panel));
    if (!site.mounting)
        findings.push_back({Status::warning, "mounting", "nobody has said how high the picture hangs",
                            fmt::format("measure from the floor to its lower edge, and {}", setup_advice)});
    else if (panel)
        findings.push_back(check_touch_zone(*touch_zone(*panel)));
    else
        findings.push_back({Status::warning, "mounting",
                            "what a hand reaches could not be found out without a display",
                            "connect the display, and look again"});
    return findings;
}

} // namespace commands::doctor
