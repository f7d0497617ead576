// Reports the state of the program to systemd: ready, alive, stopping, and a status line. Does
// nothing if systemd did not start the program. The protocol is that of sd_notify(3).
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>

namespace os {

class SystemdNotifier {
public:
    // Finds out from the environment whether systemd expects watchdog notifications.
    SystemdNotifier();

    // Returns the longest time between two calls of notify_watchdog(): half of the timeout after
    // which systemd restarts the program. Returns nullopt if there is no watchdog.
    std::optional<base::Duration> watchdog_interval() const { return watchdog_interval_; }

    // Returns whether systemd started the program and accepts notifications. The station's unit
    // then also restarts the program after it exits.
    static bool is_supervised();

    // Reports that the startup is complete. Call it when the first frame is on the display.
    void notify_ready() const;
    // Reports that the program is responsive. Does nothing if there is no watchdog.
    void notify_watchdog() const;
    // Reports that the program is about to exit.
    void notify_stopping() const;
    // Sets the text that `systemctl status` shows. Control characters are replaced by spaces.
    void notify_status(std::string status_line) const;

private:
    std::optional<base::Duration> watchdog_interval_;
};

} // namespace os
