// What happens on the screens for those who look after the kiosk. Part of update(): nothing else calls it.
#pragma once

#include "base/time.hpp"
#include "session/event.hpp"

namespace session {

// The pad for the PIN, in a clean State; at rest where the site has no PIN.
State open_pin_pad(const content::Content& content, const OpenPinPad& open, base::Instant now);

// Applies one event to a State with a staff screen. Those of other screens have no effect.
void update_staff(State& state, const Event& event, base::Instant now);

// When time alone ends it.
base::Instant staff_timeout_at(const State& state);

} // namespace session
