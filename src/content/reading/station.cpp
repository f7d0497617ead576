#include "content/reading/station.hpp"

#include "content/reading/time_of_day.hpp"

#include <fmt/format.h>

#include <array>

namespace content::reading {

namespace {

void read_updates(Fields& site, Night& updates) {
    constexpr std::chrono::minutes least{30}; // what a slow line and a slow disk take for a month of updates
    const Node* const node = site.find("updates");
    if (node == nullptr) return;
    Fields times(*node, site.reading(), "\"updates\"");
    const auto from = read_time(times, "from");
    const auto to = read_time(times, "to");
    times.done();
    if (!from || !to) return;
    constexpr std::chrono::hours day{24}; // at whose end the next begins
    updates = {*from % day, *to % day};
    if (updates.length() < least) {
        site.reading().source.error(times.where(),
                                    fmt::format("\"updates\" has {} minutes, at least {} are needed",
                                                updates.length().count(), least.count()));
    }
}

} // namespace

void read_station(Fields& site, Station& station) {
    static constexpr std::array<std::string_view, 2> storage{"blocked", "allowed"};
    static constexpr std::array<std::string_view, 2> buttons{"ignore", "hold"};
    read_updates(site, station.updates);
    if (const auto choice = site.choice_if_given("usb_storage", storage)) station.usb_storage = *choice == 1;
    if (const auto choice = site.choice_if_given("power_button", buttons)) station.power_button = *choice == 1;
}

} // namespace content::reading
