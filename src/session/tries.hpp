// Counts wrong PINs. No part of a visit: what one visitor has tried still counts for the next.
#pragma once

#include "session/state.hpp"

#include <optional>

namespace session {

class Tries {
public:
    static constexpr int most = 5;
    static constexpr Instant lock{std::chrono::minutes{10}};

    // A PIN is about to be checked. It counts as wrong until forget(): nobody gains by leaving before the
    // answer.
    void spend(Instant now);
    void forget() { spent_ = 0; } // it was right

    std::optional<Instant> locked_until(Instant now) const; // nullopt: there are tries left

private:
    int spent_ = 0;
    Instant last_{};
};

} // namespace session
