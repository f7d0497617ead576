#include "session/pin_attempts.hpp"

namespace session {

void PinAttempts::record(base::Instant now) {
    if (attempt_count_ >= max_attempts)
        attempt_count_ = 0; // the lockout is over, because no PIN can be entered during it
    ++attempt_count_;
    last_at_ = now;
}

std::optional<base::Instant> PinAttempts::locked_until(base::Instant now) const {
    if (attempt_count_ < max_attempts || now >= last_at_ + lockout_duration) return std::nullopt;
    return last_at_ + lockout_duration;
}

} // namespace session
