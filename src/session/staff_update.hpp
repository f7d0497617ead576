// The part of update() for the staff screens. Only update() calls it.
#pragma once

#include "base/time.hpp"
#include "session/effect.hpp"
#include "session/event.hpp"

#include <vector>

namespace session {

// Returns a State without a visit that shows the PIN pad. If site.yaml has no PIN, it shows home
// instead.
State open_pin_pad(const content::Content& content, const OpenPinPad& open, base::Instant now);

// Applies one event to a State that shows a staff screen, and appends what the program has to do to
// `effects`. Events of visitor screens are ignored.
// On the staff overview, OpenSection leaves the staff screens for a visit that shows texts for
// staff.
void update_staff(const content::Content& content, State& state, const Event& event,
                  base::Instant now, std::vector<Effect>& effects);

// Returns when the staff screen that `state` shows is closed if nobody touches it.
base::Instant staff_timeout_at(const State& state);

} // namespace session
