// What must hold of every State, whatever a hand does. Rehearsals, fuzzers and tests ask after each step.
#pragma once

#include "base/time.hpp"
#include "session/update.hpp"

#include <string>

namespace harness {

// In a few words what is wrong with a State that update() left behind at `now` or before. Empty: it is valid.
std::string find_state_violation(const content::Content& content, const session::State& state, base::Instant now);

} // namespace harness
