#include "commands/settings.hpp"

#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace commands {

namespace {

// Returns the time as systemd expects it, for example "02:00".
std::string format_time(std::chrono::minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

} // namespace

int print_settings(const content::ContentPaths& paths, const content::LoadContext& context,
                   std::ostream& out, std::ostream& err) {
    const content::LoadResult loaded = content::load(paths, context);
    if (!loaded.content) {
        for (const content::Problem& problem : loaded.problems)
            if (problem.severity == content::Severity::error) err << content::to_string(problem);
        return 1;
    }
    const content::StationSettings& station_settings = loaded.content->site.station;
    out << fmt::format("updates_from={}\n", format_time(station_settings.updates.from))
        << fmt::format("updates_minutes={}\n", station_settings.updates.duration().count())
        << fmt::format("usb_storage={}\n", station_settings.usb_storage ? "allowed" : "blocked")
        << fmt::format("power_button={}\n", station_settings.power_button ? "hold" : "ignore");
    return 0;
}

void add_settings_command(cli::CommandLine& command_line) {
    auto content_options = std::make_shared<cli::ContentOptions>();
    cli::Command command = command_line.add_command(
        "settings", "Print the settings of site.yaml that concern the computer");
    cli::add_content_options(command, *content_options);
    command.set_action([content_options] {
        // No date is passed, because this runs during startup, when the clock may not be set yet.
        return print_settings(cli::find_content_paths(*content_options),
                              {std::nullopt, ui::ui_strings}, std::cout, std::cerr);
    });
}

} // namespace commands
