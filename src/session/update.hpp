// The only function that changes the State. It is pure: the same arguments give the same result,
// and the time is one of them.
#pragma once

#include "base/time.hpp"
#include "session/effect.hpp"
#include "session/event.hpp"

#include <vector>

namespace session {

// The time without a touch after which a staff screen is closed, without the idle warning.
inline constexpr base::Duration staff_timeout{60'000};

// How long the cleaning lock ignores touches.
inline constexpr base::Duration cleaning_lock_duration{60'000};

struct UpdateResult {
    State state;
    std::vector<Effect> effects; // for the caller to run, in this order
};

// Applies one event. Timeouts apply first: if `now` is past the end of the visit, the visit ends
// and `event` is ignored, because its page is no longer shown. An event for a section, help line or
// language that this site does not show is ignored, too.
UpdateResult update(const content::Content& content, State state, const Event& event,
                    base::Instant now);

// Returns when the State changes next without any input: the idle warning, the end of the visit or
// the end of a PIN lockout. Returns nullopt if no visit is active.
std::optional<base::Instant> next_deadline(const content::Content& content, const State& state);

// Returns the seconds left to answer "Are you still here?", or of the cleaning lock, rounded up, at
// least 0.
int seconds_left(const content::Content& content, const State& state, base::Instant now);

} // namespace session
