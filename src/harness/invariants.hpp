// What must hold of every screen, whatever a hand does. Rehearsals, fuzzers and tests ask after each step.
#pragma once

#include "base/time.hpp"
#include "ui/kiosk.hpp"

#include <string>

namespace harness {

// In a few words what is wrong with a kiosk that has been told all that happened until `now`: with its State,
// or with what it shows. Hide must be wholly on the screen and free of other targets; the cover and the dark
// have one target, the whole screen, and the dark nothing to read; while the screen is cleaned there is none.
// Empty: nothing is wrong.
std::string find_screen_violation(const ui::Kiosk& kiosk, base::Instant now);

} // namespace harness
