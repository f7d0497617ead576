#include "os/systemd_notifier.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <systemd/sd-daemon.h>

namespace os {

SystemdNotifier::SystemdNotifier() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) return;
    // Twice in the time it is given, so that one delay does not look like a hang.
    watchdog_interval_ =
        std::chrono::duration_cast<base::Instant>(std::chrono::microseconds{microseconds / 2});
}

bool SystemdNotifier::is_supervised() {
    return std::getenv("NOTIFY_SOCKET") != nullptr;
}

void SystemdNotifier::notify_ready() const {
    sd_notify(0, "READY=1");
}

void SystemdNotifier::notify_watchdog() const {
    if (watchdog_interval_) sd_notify(0, "WATCHDOG=1");
}

void SystemdNotifier::notify_stopping() const {
    sd_notify(0, "STOPPING=1");
}

// What a file says may be quoted in it, and must not become a line of its own.
void SystemdNotifier::notify_status(std::string status_line) const {
    std::ranges::replace_if(
        status_line, [](char letter) { return letter >= 0 && letter < ' '; }, ' ');
    sd_notify(0, ("STATUS=" + status_line).c_str());
}

} // namespace os
