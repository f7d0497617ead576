#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/doctor/context.hpp"
#include "commands/machine/time_zone.hpp"
#include "commands/setup/setup_dialog.hpp"
#include "commands/site_file.hpp"
#include "os/clock.hpp"
#include "preview/offscreen_canvas.hpp"
#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>

namespace commands {

namespace {

struct SetupOptions {
    cli::ContentOptions content_options;
    std::string picture_path;
};

void draw_home(const cli::ContentOptions& content_options, const Machine& machine,
               const std::string& path) {
    const auto content = cli::load_content_or_report(content_options);
    if (!content) return;
    auto display = first_connected_display(machine);
    if (!display || display->width_px == 0) {
        display.emplace();
        display->width_px = 1920;
        display->height_px = 1080;
    }
    const ui::Panel panel =
        commands::doctor::visible_panel(content->site, display).value_or(ui::Panel{});
    text::Typesetter typesetter;
    preview::ViewOptions view_options;
    view_options.language = content->site.languages.front();
    const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, "home"),
                                            view_options, panel, typesetter);
    preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
    canvas.draw(*kiosk);
    canvas.save_png(path);
    fmt::print("The new home screen was saved as {}.\n", path);
}

// The time zone is asked for only with the settings of this computer, not with a file that is
// prepared for another one.
std::optional<commands::setup::TimeZoneSetting> time_zone_setting(const SetupOptions& options,
                                                                  const Machine& machine) {
    const auto time_zones = list_time_zones(machine);
    if (options.content_options.site != installed_site_path() || time_zones.empty())
        return std::nullopt;
    return commands::setup::TimeZoneSetting{
        read_time_zone(machine), time_zones,
        [&machine](const std::string& time_zone) { return set_time_zone(machine, time_zone); }};
}

int run(const SetupOptions& options) {
    const Machine machine;
    const std::string blocker =
        find_write_blocker(options.content_options.site, machine, "help-kiosk setup");
    if (!blocker.empty()) {
        fmt::print(stderr, "help-kiosk: {}", blocker);
        return 1;
    }
    const content::ContentPaths paths = content_paths_beside(options.content_options);
    commands::setup::Prompter prompter(std::cin, std::cout, isatty(STDIN_FILENO) == 0);
    const auto result =
        commands::setup::run_setup_dialog(paths, {os::today(), ui::ui_strings, true, true},
                                          prompter, time_zone_setting(options, machine));
    if (result == commands::setup::SetupResult::failed) return 1;
    if (result == commands::setup::SetupResult::declined) return 0;
    if (!options.picture_path.empty())
        draw_home({paths.content, options.content_options.site, paths.translations}, machine,
                  options.picture_path);
    fmt::print("Check this computer: sudo help-kiosk doctor\nThen restart it:     sudo systemctl "
               "reboot\n");
    return 0;
}

} // namespace

void add_setup_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<SetupOptions>();
    options->content_options.site = installed_site_path();
    cli::Command command =
        command_line.add_command("setup", "Ask questions about this building, and write site.yaml");
    cli::add_content_options(command, options->content_options);
    command.add_option("--picture", options->picture_path,
                       "PNG file for a picture of the new home screen");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
