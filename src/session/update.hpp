// The only writer of State. Pure: the same arguments give the same State, and `now` is one of them.
#pragma once

#include "base/time.hpp"
#include "session/event.hpp"

namespace session {

inline constexpr base::Instant staff_timeout{60'000}; // of no touch on a staff screen; nobody is asked
inline constexpr base::Instant cleaning_lock_duration{60'000};

// Time first: where `now` lies past the end of the visit, the visit is over and `event`, made on a page that
// is gone, has no effect. Events naming what this place does not show have none either.
State update(const content::Content& content, State state, const Event& event, base::Instant now);

// When time alone will next change the State: the warning, or the end of the visit. nullopt: never.
std::optional<base::Instant> next_deadline(const content::Content& content, const State& state);

// Whole seconds left to answer "Still there?", or of the cleaning lock, rounded up.
int seconds_left(const content::Content& content, const State& state, base::Instant now);

} // namespace session
