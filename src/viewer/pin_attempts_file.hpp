// Keeps the count of wrong PINs when the program ends, so that a restart does not unlock the PIN
// pad. The file has a count and a time, and nothing about a visit or the PINs that were entered.
#pragma once

#include "base/time.hpp"
#include "session/pin_attempts.hpp"

#include <filesystem>

namespace viewer {

class PinAttemptsFile {
public:
    // The file pin-attempts in `folder`, which exists.
    explicit PinAttemptsFile(const std::filesystem::path& folder)
        : path_(folder / "pin-attempts") {}

    // Returns the saved count, or an empty one if there is none. The file may be from before a
    // restart of the computer, when the time since boot was longer than now. An attempt is then
    // taken to be as late as possible, so that a lockout is never shortened.
    session::PinAttempts load(base::Instant now) const;

    // Throws std::system_error.
    void save(const session::PinAttempts& attempts) const;

private:
    std::filesystem::path path_;
};

} // namespace viewer
