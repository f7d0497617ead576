#include "content/parser/station_settings.hpp"

#include "content/parser/date_time.hpp"
#include "content/parser/written_time.hpp"

#include <fmt/format.h>

#include <array>

namespace content::parser {

namespace {

void read_updates(MapReader& site, MaintenanceWindow& updates) {
    // Long enough to install the updates of a month with a slow connection and a slow disk.
    constexpr std::chrono::minutes min_duration{30};
    const YamlNode* const node = site.find("updates");
    if (node == nullptr) return;
    MapReader times(*node, site.context(), "\"updates\"", "{from: %, to: ...}");
    const auto from = read_time(times, "from");
    const auto to = read_time(times, "to");
    times.report_unknown_keys();
    if (!from || !to) return;
    constexpr std::chrono::hours day{24}; // "24:00" becomes 0:00
    updates = {*from % day, *to % day};
    if (updates.duration() < min_duration) {
        site.context().source.error(
            times.range(),
            fmt::format("\"updates\" is {} minutes long, but at least {} are needed",
                        updates.duration().count(), min_duration.count()),
            fmt::format("write to: \"{}\" or later",
                        format_time((updates.from + min_duration) % day)));
    }
}

constexpr auto storage_synonyms = std::to_array<Synonym>({{"no", "blocked"},
                                                          {"off", "blocked"},
                                                          {"false", "blocked"},
                                                          {"none", "blocked"},
                                                          {"block", "blocked"},
                                                          {"disabled", "blocked"},
                                                          {"yes", "allowed"},
                                                          {"on", "allowed"},
                                                          {"true", "allowed"},
                                                          {"allow", "allowed"},
                                                          {"enabled", "allowed"}});

constexpr auto button_synonyms = std::to_array<Synonym>({{"no", "ignore"},
                                                         {"off", "ignore"},
                                                         {"false", "ignore"},
                                                         {"none", "ignore"},
                                                         {"blocked", "ignore"},
                                                         {"disabled", "ignore"},
                                                         {"ignored", "ignore"},
                                                         {"yes", "hold"},
                                                         {"on", "hold"},
                                                         {"true", "hold"},
                                                         {"allowed", "hold"},
                                                         {"enabled", "hold"}});

} // namespace

void read_station_settings(MapReader& site, StationSettings& station) {
    static constexpr std::array<std::string_view, 2> storage{"blocked", "allowed"};
    static constexpr std::array<std::string_view, 2> buttons{"ignore", "hold"};
    read_updates(site, station.updates);
    if (const auto choice = site.optional_choice("usb_storage", storage, storage_synonyms))
        station.usb_storage = *choice == 1;
    if (const auto choice = site.optional_choice("power_button", buttons, button_synonyms))
        station.power_button = *choice == 1;
}

} // namespace content::parser
