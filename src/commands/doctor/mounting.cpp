// Checks the rotation of the picture, and whether visitors can reach and read it.
#include "commands/doctor/checks.hpp"
#include "commands/doctor/touch_zone.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::doctor {

namespace {

constexpr int min_zone_mm = static_cast<int>(ui::min_reach_mm);
// Visitors cannot read text above this height.
constexpr int max_top_mm = 2300;

Finding check_rotation(int degrees, const ui::Panel& panel) {
    const bool is_portrait = panel.height_px > panel.width_px;
    return {Status::ok, "rotation",
            fmt::format("rotated by {} degrees; the picture is {}, {} x {} pixels", degrees,
                        is_portrait ? "portrait" : "landscape", panel.width_px, panel.height_px)};
}

std::string position_text(const TouchZone& zone) {
    return fmt::format("the picture is {} to {} mm above the floor", zone.bottom_mm, zone.top_mm);
}

Finding check_touch_zone(const TouchZone& zone) {
    const std::string measure_advice = fmt::format(
        "measure from the floor to the lower edge of the picture, and {}", setup_advice);
    if (zone.height_mm() < min_zone_mm)
        return {Status::error, "mounting",
                fmt::format("{}; only {} mm of it is within reach", position_text(zone),
                            std::max(0, zone.height_mm())),
                fmt::format("mount it so that at least {} mm is within reach, or {}", min_zone_mm,
                            measure_advice)};
    if (zone.top_mm > max_top_mm)
        return {Status::warning, "mounting",
                fmt::format("{}; its top is too high to read", position_text(zone)),
                fmt::format("check the rotation and the panel size; {}", measure_advice)};
    return {Status::ok, "mounting",
            fmt::format("{}; visitors touch it from {} to {} mm", position_text(zone),
                        zone.lowest_mm, zone.highest_mm)};
}

} // namespace

Findings check_mounting(const DoctorContext& context) {
    const content::Site& site = context.loaded.site;
    const auto panel = visible_panel(site, first_connected_display(context.machine));
    Findings findings;
    if (panel) findings.push_back(check_rotation(site.rotate, *panel));
    if (!site.mounting)
        findings.push_back(
            {Status::warning, "mounting", "the settings do not have the mounting height",
             fmt::format("measure from the floor to the lower edge of the picture, and {}",
                         setup_advice)});
    else if (panel)
        findings.push_back(check_touch_zone(*touch_zone(*panel)));
    else
        findings.push_back(
            {Status::warning, "mounting",
             "could not determine what is within reach, because no display reports its resolution",
             "connect the display, and run this command again"});
    return findings;
}

} // namespace commands::doctor
