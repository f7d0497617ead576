#include "commands/doctor/context.hpp"

#include <utility>

namespace commands::doctor {

BootMode boot_mode(const Machine& machine) {
    if (!machine.exists("/usr/lib/systemd/system/help-kiosk.service"))
        return BootMode::not_a_station;
    if (has_kernel_option(machine, "help-kiosk=service")) return BootMode::maintenance;
    return has_kernel_option(machine, "help-kiosk=overlay") ? BootMode::locked_down
                                                            : BootMode::restart_needed;
}

std::optional<ui::Panel> visible_panel(const content::Site& site,
                                       const std::optional<Connector>& display) {
    if (!display || display->width_px <= 0 || display->height_px <= 0) return std::nullopt;
    ui::Panel panel;
    panel.width_px = display->width_px;
    panel.height_px = display->height_px;
    if (site.rotate % 180 != 0) std::swap(panel.width_px, panel.height_px);
    panel.inches = site.panel_inches.value_or(display->inches().value_or(panel.inches));
    panel.mounting = site.mounting;
    return panel;
}

} // namespace commands::doctor
