#include "cli/settings.hpp"

#include "cli/options.hpp"
#include "cli/places.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace cli {

namespace {

// As systemd reads it: "02:00".
std::string written(std::chrono::minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

} // namespace

int settings(const content::Sources& sources, const content::Surroundings& surroundings, std::ostream& out,
             std::ostream& err) {
    const content::Loaded loaded = content::load(sources, surroundings);
    if (!loaded.content) {
        for (const content::Problem& problem : loaded.problems)
            if (problem.severity == content::Severity::error) err << to_string(problem);
        return 1;
    }
    const content::Station& station = loaded.content->site.station;
    out << fmt::format("updates_from={}\n", written(station.updates.from))
        << fmt::format("updates_minutes={}\n", station.updates.length().count())
        << fmt::format("usb_storage={}\n", station.usb_storage ? "allowed" : "blocked")
        << fmt::format("power_button={}\n", station.power_button ? "hold" : "ignore");
    return 0;
}

void add_settings(CommandLine& line) {
    auto sources = std::make_shared<SourceOptions>();
    Command command = line.add("settings", "Print what the site says to the machine around the screen");
    add_source_options(command, *sources);
    command.does([sources] {
        // No day: this is asked while the machine starts, when its clock may not be set yet.
        return settings(find_sources(*sources), {std::nullopt, ui::words}, std::cout, std::cerr);
    });
}

} // namespace cli
