// A visitor who looks at everything there is: each section to its end, each slip and its codes, each language,
// look and text size.
#pragma once

#include "harness/simulated_kiosk.hpp"

#include <functional>

namespace harness {

// Starts on home and ends on a page that is not. `saw` is called after every touch.
void visit_everything(SimulatedKiosk& simulation, const std::function<void()>& on_touch);

} // namespace harness
