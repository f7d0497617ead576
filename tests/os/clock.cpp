#include "os/clock.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>

using namespace std::chrono_literals;

namespace {

// Restores the time zone of the process at the end of the test.
class TimeZone {
public:
    TimeZone() {
        if (const char* zone = std::getenv("TZ")) previous_ = zone;
    }
    ~TimeZone() { previous_ ? setenv("TZ", previous_->c_str(), 1) : unsetenv("TZ"); }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;
    void set(const char* zone) const { setenv("TZ", zone, 1); }

private:
    std::optional<std::string> previous_;
};

} // namespace

TEST_CASE("the local time follows the time zone when it changes while the program runs") {
    const TimeZone time_zone;
    time_zone.set("UTC0");
    const base::LocalTime utc = os::read_clock().local_time;
    for (const auto& [zone, difference] :
         std::initializer_list<std::pair<const char*, std::chrono::hours>>{
             {"JST-9", 9h}, {"CST6", -6h}, {"UTC0", 0h}}) {
        time_zone.set(zone);
        const auto shift = os::read_clock().local_time - utc;
        CHECK(shift >= difference);
        CHECK(shift < difference + 10min);
    }
}
