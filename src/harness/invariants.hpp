// Conditions that every state and every screen must satisfy, whatever the input was. Stress tests,
// fuzzers and unit tests check them after each step.
#pragma once

#include "base/time.hpp"
#include "session/update.hpp"
#include "ui/kiosk.hpp"

#include <string>

namespace harness {

// Returns what is wrong with a state that update() returned at `now` or earlier, in a few words.
// Returns an empty string if the state is valid.
std::string find_state_violation(const content::Content& content, const session::State& state,
                                 base::Instant now);

// Returns what is wrong with the state or the screen of a kiosk that has handled everything up to
// `now`, in a few words. Returns an empty string if nothing is wrong. The rules for screens are:
// - Hide is entirely on the screen, and no other target overlaps it.
// - The cover has exactly one target, which wakes it.
// - The off-hours screen is one target of the size of the screen, without any text.
// - During cleaning there are no targets.
std::string find_screen_violation(const ui::Kiosk& kiosk, base::Instant now);

} // namespace harness
