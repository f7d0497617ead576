// Whether the picture stands upright or lies, and whether it can be reached.
#include "cli/doctor/probes.hpp"
#include "cli/doctor/reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cli::doctor {

namespace {

constexpr int smallest_zone = static_cast<int>(ui::least_reach_mm);
constexpr int highest_edge = 2300; // mm: above this nobody reads

Finding rotation(int degrees, const ui::Panel& panel) {
    const bool upright = panel.height_px > panel.width_px;
    return {Mark::ok, "rotation",
            fmt::format("turned by {} degrees: the picture {}, {} wide and {} high", degrees,
                        upright ? "stands upright" : "lies on its side", panel.width_px, panel.height_px)};
}

std::string hanging(const Reach& reach) {
    return fmt::format("the picture hangs {} to {} mm above the floor", reach.bottom_mm, reach.top_mm);
}

Finding reached(const Reach& reach) {
    const std::string again =
        fmt::format("measure from the floor to the lower edge of the picture, and {}", set_up);
    if (reach.zone_mm() < smallest_zone)
        return {Mark::bad, "mounting",
                fmt::format("{}: a hand reaches {} mm of it", hanging(reach), std::max(0, reach.zone_mm())),
                fmt::format("hang it so that {} mm or more can be reached; or {}", smallest_zone, again)};
    if (reach.top_mm > highest_edge)
        return {Mark::look, "mounting", fmt::format("{}: too high to be read", hanging(reach)),
                fmt::format("look at rotation and panel; {}", again)};
    return {Mark::ok, "mounting",
            fmt::format("{}, and is touched from {} to {}", hanging(reach), reach.lowest_mm, reach.highest_mm)};
}

} // namespace

std::optional<Reach> reach_of(const ui::Panel& panel) {
    if (!panel.mounting) return std::nullopt;
    const ui::Theme theme(panel, session::Look::paper, session::smallest_text);
    const auto mm = [&](int px) { return static_cast<int>(std::lround(theme.panel_mm(px))); };
    const content::Mounting& mounting = *panel.mounting;
    const int top = mounting.bottom_mm + mm(panel.height_px);
    return Reach{mm(panel.width_px), mounting.bottom_mm, top, std::max(mounting.bottom_mm, mounting.lowest_mm),
                 std::min(top, mounting.highest_mm)};
}

Findings look_at_mounting(const Subject& subject) {
    const content::Site& site = subject.loaded.site;
    const auto panel = panel_of(site, platform::display(subject.machine));
    Findings findings;
    if (panel) findings.push_back(rotation(site.rotate, *panel));
    if (!site.mounting)
        findings.push_back({Mark::look, "mounting", "nobody has said how high the picture hangs",
                            fmt::format("measure from the floor to its lower edge, and {}", set_up)});
    else if (panel)
        findings.push_back(reached(*reach_of(*panel)));
    else
        findings.push_back({Mark::look, "mounting",
                            "what a hand reaches could not be found out without a display",
                            "connect the display, and look again"});
    return findings;
}

} // namespace cli::doctor
