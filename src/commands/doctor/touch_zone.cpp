#include "commands/doctor/touch_zone.hpp"

#include <algorithm>
#include <cmath>

namespace commands::doctor {

std::optional<TouchZone> touch_zone(const ui::Panel& panel) {
    if (!panel.mounting) return std::nullopt;
    const ui::Theme theme(panel, session::ColorScheme::light, session::min_text_size);
    const auto mm = [&](int px) { return static_cast<int>(std::lround(theme.panel_mm(px))); };
    const content::Mounting& mounting = *panel.mounting;
    const int top_mm = mounting.bottom_mm + mm(panel.height_px);
    TouchZone zone{};
    zone.width_mm = mm(panel.width_px);
    zone.bottom_mm = mounting.bottom_mm;
    zone.top_mm = top_mm;
    zone.lowest_mm = std::max(mounting.bottom_mm, mounting.lowest_mm);
    zone.highest_mm = std::min(top_mm, mounting.highest_mm);
    return zone;
}

} // namespace commands::doctor
