// Counts wrong PINs, and locks the PIN pad after too many. The count is not part of a visit: it is
// kept when the visit ends, and the viewer keeps it in a file when the program ends.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <optional>

namespace session {

class PinAttempts {
public:
    static constexpr int max_attempts = 5;
    static constexpr base::Duration lockout_duration{std::chrono::minutes{10}};

    PinAttempts() = default;
    // Continues an earlier count.
    PinAttempts(int attempt_count, base::Instant last_at)
        : attempt_count_(attempt_count), last_at_(last_at) {}

    // Counts an attempt. Call it before the PIN is verified, so that ending the visit before the
    // result arrives does not avoid the count.
    void record(base::Instant now);

    // Resets the count. Call it when a PIN was correct.
    void reset() { attempt_count_ = 0; }

    // Returns when the lockout ends, or nullopt if the PIN pad is not locked.
    std::optional<base::Instant> locked_until(base::Instant now) const;

    int attempt_count() const { return attempt_count_; }
    base::Instant last_at() const { return last_at_; }

private:
    int attempt_count_ = 0;
    base::Instant last_at_{};
};

} // namespace session
