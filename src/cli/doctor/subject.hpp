// What the doctor looks at: a machine, what it says to visitors, and the moment.
#pragma once

#include "content/load.hpp"
#include "platform/connector.hpp"
#include "platform/machine.hpp"
#include "text/typesetter.hpp"
#include "ui/theme.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace cli::doctor {

struct Subject {
    const platform::Machine& machine;
    const content::Loaded& loaded;
    text::Typesetter* typesetter; // null: no font can be read
    std::chrono::year_month_day today;
};

// How the machine was started.
enum class Start {
    desk,     // help-kiosk-station is not installed
    unlocked, // it is, but the machine has not been restarted since
    service,  // for a caretaker: the kiosk does not run
    locked    // for visitors
};
Start start_of(const platform::Machine& machine);

// The panel as visitors see it, turned as the site says. nullopt: no display says how many pixels it has.
std::optional<ui::Panel> panel_of(const content::Site& site, const std::optional<platform::Connector>& display);

inline constexpr const char* set_up = "type: sudo help-kiosk setup"; // advice that many give
inline constexpr const char* state_folder = "/var/lib/help-kiosk";

} // namespace cli::doctor
