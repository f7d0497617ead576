#include "cli/doctor/subject.hpp"

#include <utility>

namespace cli::doctor {

Start start_of(const platform::Machine& machine) {
    if (!machine.has("/usr/lib/systemd/system/help-kiosk.service")) return Start::desk;
    if (platform::started_with(machine, "help-kiosk=service")) return Start::service;
    return platform::started_with(machine, "help-kiosk=overlay") ? Start::locked : Start::unlocked;
}

std::optional<ui::Panel> panel_of(const content::Site& site,
                                  const std::optional<platform::Connector>& display) {
    if (!display || display->width <= 0 || display->height <= 0) return std::nullopt;
    ui::Panel panel;
    panel.width_px = display->width;
    panel.height_px = display->height;
    if (site.rotate % 180 != 0) std::swap(panel.width_px, panel.height_px);
    panel.inches = site.panel_inches.value_or(display->inches().value_or(panel.inches));
    panel.mounting = site.mounting;
    return panel;
}

} // namespace cli::doctor
