// The input of the checks of `help-kiosk doctor`: the computer, the content and the date.
#pragma once

#include "commands/machine/connectors.hpp"
#include "commands/machine/machine.hpp"
#include "content/load.hpp"
#include "text/typesetter.hpp"
#include "ui/theme.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace commands::doctor {

// The information that the checks examine. The references and the pointer must outlive the checks.
struct DoctorContext {
    const Machine& machine;
    const content::LoadResult& loaded;
    // Null if no font can be loaded.
    text::Typesetter* typesetter;
    std::chrono::year_month_day today;
};

// How the computer was started.
enum class BootMode {
    // The package help-kiosk-station is not installed.
    not_a_station,
    // The package is installed, but the computer has not been restarted since.
    restart_needed,
    // Somebody can log in and make changes. The kiosk does not run.
    maintenance,
    // Kiosk mode, for visitors.
    locked_down
};
BootMode boot_mode(const Machine& machine);

// Returns the panel as visitors see it, after the rotation in the settings. Returns nullopt if
// there is no display or it does not report its resolution.
std::optional<ui::Panel> visible_panel(const content::Site& site,
                                       const std::optional<Connector>& display);

// The advice for every setting that `setup` asks for.
inline constexpr const char* setup_advice = "type: sudo help-kiosk setup";

// Where the viewer saves the last good content.
inline constexpr const char* state_folder = "/var/lib/help-kiosk";

} // namespace commands::doctor
