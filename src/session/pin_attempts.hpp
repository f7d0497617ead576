// Counts wrong PINs. No part of a visit: what one visitor has tried still counts for the next.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <optional>

namespace session {

class PinAttempts {
public:
    static constexpr int max_attempts = 5;
    static constexpr base::Instant lockout_duration{std::chrono::minutes{10}};

    // A PIN is about to be checked. It counts as wrong until forget(): nobody gains by leaving before the
    // answer.
    void record(base::Instant now);
    void reset() { attempt_count_ = 0; } // it was right

    std::optional<base::Instant> locked_until(base::Instant now) const; // nullopt: there are tries left

private:
    int attempt_count_ = 0;
    base::Instant last_at_{};
};

} // namespace session
