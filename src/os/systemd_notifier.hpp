// What the kiosk tells systemd, if systemd started it: that it is up, that it is alive, and how it is.
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>

namespace os {

class SystemdNotifier {
public:
    SystemdNotifier(); // looks whether systemd listens, and whether it wants to be kept informed

    // How often alive() must be called at least. nullopt: nobody waits for it.
    std::optional<base::Instant> watchdog_interval() const { return watchdog_interval_; }

    static bool is_supervised(); // systemd listens, and starts the program again when it ends

    void notify_ready() const; // the first picture is on the display
    void notify_watchdog() const;
    void notify_stopping() const;
    void notify_status(std::string status_line) const; // shown by `systemctl status`

private:
    std::optional<base::Instant> watchdog_interval_;
};

} // namespace os
