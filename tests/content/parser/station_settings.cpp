#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;

namespace {

content::StationSettings station_settings(const std::string& site) {
    const auto loaded =
        sample::parse({.content = sample::content, .site = site, .translations = {}});
    REQUIRE(loaded.content);
    return loaded.content->site.station;
}

std::string setting_problems(const std::string& site) {
    return sample::problems({.content = sample::content, .site = site, .translations = {}});
}

} // namespace

TEST_CASE("a site without station settings has the defaults") {
    const content::StationSettings defaults = station_settings("place: lobby\n");
    CHECK(defaults.updates.from == 2h);
    CHECK(defaults.updates.to == 3h + 30min);
    CHECK_FALSE(defaults.usb_storage);
    CHECK(defaults.power_button);
}

TEST_CASE("the station settings are parsed with all of their keys") {
    const content::StationSettings all = station_settings(
        "updates: {from: \"1:05\", to: \"04:00\"}\nusb_storage: allowed\npower_button: ignore\n");
    CHECK(all.updates.from == 65min);
    CHECK(all.updates.to == 4h);
    CHECK(all.usb_storage);
    CHECK_FALSE(all.power_button);
}

TEST_CASE("the maintenance window may end after midnight, but not be shorter than 30 minutes") {
    CHECK(station_settings("updates: {from: \"23:30\", to: \"1:00\"}\n").updates.duration() ==
          90min);
    CHECK(station_settings("updates: {from: \"24:00\", to: \"1:00\"}\n").updates.from == 0min);
    CHECK(setting_problems("updates: {from: \"23:50\", to: \"0:10\"}\n") ==
          R"(site.yaml:1:10: error: "updates" is 20 minutes long, but at least 30 are needed
    1 | updates: {from: "23:50", to: "0:10"}
      |          ^
      = write to: "0:20" or later
)");
}

TEST_CASE("an invalid time of the maintenance window is an error") {
    for (const std::string time : {"24:01", "2:60", ":30", "-2:30", "002:30", "2:+5"}) {
        CAPTURE(time);
        CHECK(setting_problems("updates: {from: \"" + time + "\", to: \"3:30\"}\n") ==
              "site.yaml:1:17: error: \"" + time + "\" is not a time\n    1 | updates: {from: \"" +
                  time + "\", to: \"3:30\"}\n      |                 " + std::string(1, '^') +
                  std::string(time.size() + 1, '~') +
                  "\n      = write it like \"7:00\" or \"17:30\", in quotes, up to \"24:00\"\n");
    }
    CHECK(setting_problems("updates: {from: 2:00, to: \"3:30\"}\n") ==
          R"(site.yaml:1:17: error: 2:00 without quotes is a different number in other programs
    1 | updates: {from: 2:00, to: "3:30"}
      |                 ^~~~
      = write "2:00"
)");
}

TEST_CASE("a maintenance window without an end is an error") {
    CHECK(setting_problems("updates: {from: \"2:00\"}\n") ==
          R"(site.yaml:1:10: error: "to" is missing
    1 | updates: {from: "2:00"}
      |          ^
      = add "to: ..."
)");
}

TEST_CASE("unknown values for USB storage and the power button are errors") {
    CHECK(setting_problems("usb_storage: allow\npower_button: off\n") ==
          R"(site.yaml:1:14: error: "usb_storage" cannot be "allow"
    1 | usb_storage: allow
      |              ^~~~~
      = write "allowed"
site.yaml:2:15: error: "power_button" cannot be "off"
    2 | power_button: off
      |               ^~~
      = write "ignore"
)");
}
