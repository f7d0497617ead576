#include "session/tries.hpp"

namespace session {

void Tries::spend(Instant now) {
    if (spent_ >= most) spent_ = 0; // the lock is over, or nothing would have been tried
    ++spent_;
    last_ = now;
}

std::optional<Instant> Tries::locked_until(Instant now) const {
    if (spent_ < most || now >= last_ + lock) return std::nullopt;
    return last_ + lock;
}

} // namespace session
