#include "viewer/pin_attempts_file.hpp"

#include "os/atomic_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace viewer {

session::PinAttempts PinAttemptsFile::load(base::Instant now) const {
    std::ifstream file(path_);
    int attempt_count = 0;
    base::Duration::rep last_ms = 0;
    if (!(file >> attempt_count >> last_ms) || attempt_count <= 0) return {};
    const base::Instant last_at{base::Duration{last_ms}};
    return {std::min(attempt_count, session::PinAttempts::max_attempts),
            last_ms < 0 ? now : std::min(last_at, now)};
}

void PinAttemptsFile::save(const session::PinAttempts& attempts) const {
    os::write_file_atomically(path_, fmt::format("{} {}\n", attempts.attempt_count(),
                                                 attempts.last_at().time_since_epoch().count()));
}

} // namespace viewer
