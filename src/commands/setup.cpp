#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/doctor/context.hpp"
#include "commands/setup/setup_dialog.hpp"
#include "os/clock.hpp"
#include "preview/offscreen_canvas.hpp"
#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct SetupOptions {
    cli::ContentOptions content_options;
    std::string picture_path;
};

// Returns the content that site.yaml is validated with: the content.yaml beside it, or the default
// content if there is none.
content::ContentPaths content_paths_for(const SetupOptions& options) {
    cli::ContentOptions content_options = options.content_options;
    const fs::path content_path = fs::path(content_options.site).parent_path() / "content.yaml";
    std::error_code ignored; // an error counts as a missing file
    if (content_options.content.empty() && fs::exists(content_path, ignored))
        content_options.content = content_path;
    return cli::find_content_paths(content_options);
}

// Returns why site.yaml could not be written in the end, or an empty string if it could.
std::string setup_blocker(const std::string& site_path, const Machine& machine) {
    const auto root = root_mount(machine);
    if (has_kernel_option(machine, "help-kiosk=overlay") && root && root->type == "overlay")
        return "the disk of this station is read-only, so changes would be lost at the next "
               "restart\n"
               "  = type: sudo help-kiosk-unlock help-kiosk setup\n";
    const fs::path folder =
        fs::path(site_path).has_parent_path() ? fs::path(site_path).parent_path() : fs::path(".");
    if (access(folder.c_str(), F_OK) != 0)
        return fmt::format(
            "there is no folder {}\n  = install help-kiosk, or choose another file with --site\n",
            folder.string());
    if (access(folder.c_str(), W_OK) != 0)
        return fmt::format("no permission to write to {}\n  = type: sudo help-kiosk setup\n",
                           folder.string());
    return {};
}

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

int run(const SetupOptions& options) {
    const Machine machine;
    const std::string blocker = setup_blocker(options.content_options.site, machine);
    if (!blocker.empty()) {
        fmt::print(stderr, "help-kiosk: {}", blocker);
        return 1;
    }
    const content::ContentPaths paths = content_paths_for(options);
    commands::setup::Prompter prompter(std::cin, std::cout, isatty(STDIN_FILENO) == 0);
    const auto result =
        commands::setup::run_setup_dialog(paths, {os::today(), ui::ui_strings, true}, prompter);
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
    options->content_options.site = fs::path(KIOSK_INSTALLED_CONTENT).parent_path() / "site.yaml";
    cli::Command command =
        command_line.add_command("setup", "Ask questions about this building, and write site.yaml");
    cli::add_content_options(command, options->content_options);
    command.add_option("--picture", options->picture_path,
                       "PNG file for a picture of the new home screen");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
