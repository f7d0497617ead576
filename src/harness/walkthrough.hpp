// A scripted visit to everything that visitors can open: every section to its end, every slip and
// its QR codes, every language, color scheme and text size.
#pragma once

#include "harness/simulated_kiosk.hpp"

#include <functional>

namespace harness {

// Makes the visit. It ends on a section, so the visit is still active. Calls `on_touch` after every
// touch.
void visit_everything(SimulatedKiosk& simulation, const std::function<void()>& on_touch);

} // namespace harness
