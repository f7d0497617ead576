// What the doctor looks at: a machine, what it says to visitors, and the moment.
#pragma once

#include "content/load.hpp"
#include "commands/machine/connectors.hpp"
#include "commands/machine/machine.hpp"
#include "text/typesetter.hpp"
#include "ui/theme.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace commands::doctor {

struct DoctorContext {
    const Machine& machine;
    const content::LoadResult& loaded;
    text::Typesetter* typesetter; // null: no font can be read
    std::chrono::year_month_day today;
};

// How the machine was started.
enum class BootMode {
    not_a_station,  // help-kiosk-station is not installed
    restart_needed, // it is, but the machine has not been restarted since
    maintenance,    // for a caretaker: the kiosk does not run
    locked_down     // for visitors
};
BootMode boot_mode(const Machine& machine);

// The panel as visitors see it, turned as the site says. nullopt: no display says how many pixels it has.
std::optional<ui::Panel> visible_panel(const content::Site& site,
                                       const std::optional<Connector>& display);

inline constexpr const char* setup_advice = "type: sudo help-kiosk setup"; // advice that many give
inline constexpr const char* state_folder = "/var/lib/help-kiosk";

} // namespace commands::doctor
