#include "platform/service.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <systemd/sd-daemon.h>

namespace platform {

Service::Service() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) return;
    // Twice in the time it is given, so that one delay does not look like a hang.
    interval_ = std::chrono::duration_cast<session::Instant>(std::chrono::microseconds{microseconds / 2});
}

bool Service::is_one() {
    return std::getenv("NOTIFY_SOCKET") != nullptr;
}

void Service::up() const {
    sd_notify(0, "READY=1");
}

void Service::alive() const {
    if (interval_) sd_notify(0, "WATCHDOG=1");
}

void Service::ending() const {
    sd_notify(0, "STOPPING=1");
}

// What a file says may be quoted in it, and must not become a line of its own.
void Service::status(std::string line) const {
    std::ranges::replace_if(
        line, [](char letter) { return letter >= 0 && letter < ' '; }, ' ');
    sd_notify(0, ("STATUS=" + line).c_str());
}

} // namespace platform
