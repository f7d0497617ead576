// What the kiosk tells systemd, if systemd started it: that it is up, that it is alive, and how it is.
#pragma once

#include "session/state.hpp"

#include <optional>
#include <string>

namespace platform {

class Service {
public:
    Service(); // looks whether systemd listens, and whether it wants to be kept informed

    // How often alive() must be called at least. nullopt: nobody waits for it.
    std::optional<session::Instant> interval() const { return interval_; }

    static bool is_one(); // systemd listens, and starts the program again when it ends

    void up() const; // the first picture is on the display
    void alive() const;
    void ending() const;
    void status(std::string line) const; // shown by `systemctl status`

private:
    std::optional<session::Instant> interval_;
};

} // namespace platform
