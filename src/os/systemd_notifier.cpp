#include "os/systemd_notifier.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <systemd/sd-daemon.h>

namespace os {

SystemdNotifier::SystemdNotifier() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) return;
    // Half of the timeout, as sd_watchdog_enabled(3) recommends, so that one delay does not look
    // like a hang.
    watchdog_interval_ =
        std::chrono::duration_cast<base::Duration>(std::chrono::microseconds{microseconds / 2});
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

// The status line may quote text from a content file. A line break in it would start another
// assignment of the protocol.
void SystemdNotifier::notify_status(std::string status_line) const {
    std::ranges::replace_if(
        status_line, [](char character) { return character >= 0 && character < ' '; }, ' ');
    sd_notify(0, ("STATUS=" + status_line).c_str());
}

} // namespace os
