#include "cli/setup.hpp"

#include "cli/doctor/subject.hpp"
#include "cli/opened.hpp"
#include "cli/options.hpp"
#include "cli/places.hpp"
#include "cli/setup/interview.hpp"
#include "platform/clock.hpp"
#include "platform/offscreen.hpp"
#include "ui/scene.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace cli {

namespace {

namespace fs = std::filesystem;

struct SetupWish {
    SourceOptions sources;
    std::string picture;
};

// Beside the site's file lies what it is checked with; a site anywhere else is checked with the usual content.
content::Sources sources_of(const SetupWish& wish) {
    SourceOptions options = wish.sources;
    const fs::path beside = fs::path(options.site).parent_path() / "content.yaml";
    std::error_code unknown; // counts as not there
    if (options.content.empty() && fs::exists(beside, unknown)) options.content = beside;
    return find_sources(options);
}

// Why there is no sense in asking. Empty: there is.
std::string hindrance(const std::string& site, const platform::Machine& machine) {
    const auto root = platform::root_mount(machine);
    if (platform::started_with(machine, "help-kiosk=overlay") && root && root->type == "overlay")
        return "this station only reads its disk, and a change would be gone after the next restart\n"
               "  = type: sudo help-kiosk-unlock help-kiosk setup\n";
    const fs::path folder = fs::path(site).has_parent_path() ? fs::path(site).parent_path() : fs::path(".");
    if (access(folder.c_str(), F_OK) != 0)
        return fmt::format("there is no folder {}\n  = install help-kiosk, or name another file with --site\n",
                           folder.string());
    if (access(folder.c_str(), W_OK) != 0)
        return fmt::format("you may not write to {}\n  = type: sudo help-kiosk setup\n", folder.string());
    return {};
}

void draw_home(const SourceOptions& options, const platform::Machine& machine, const std::string& file) {
    const auto content = open_content(options);
    if (!content) return;
    auto display = platform::display(machine);
    if (!display || display->width == 0) {
        display.emplace();
        display->width = 1920, display->height = 1080;
    }
    const ui::Panel panel = doctor::panel_of(content->site, display).value_or(ui::Panel{});
    text::Typesetter typesetter;
    ui::Dress dress;
    dress.language = content->site.languages.front();
    const auto kiosk = ui::stage(content, *ui::scene(*content, "home"), dress, panel, typesetter);
    platform::Offscreen picture(panel.width_px, panel.height_px);
    picture.paint(*kiosk);
    picture.save(file);
    fmt::print("{} shows its home screen.\n", file);
}

int run(const SetupWish& wish) {
    const platform::Machine machine;
    const std::string why_not = hindrance(wish.sources.site, machine);
    if (!why_not.empty()) {
        fmt::print(stderr, "help-kiosk: {}", why_not);
        return 1;
    }
    const content::Sources sources = sources_of(wish);
    setup::Conversation conversation(std::cin, std::cout, isatty(STDIN_FILENO) == 0);
    const auto outcome = setup::interview(sources, {platform::today(), ui::words}, conversation);
    if (outcome == setup::Outcome::failed) return 1;
    if (outcome == setup::Outcome::declined) return 0;
    if (!wish.picture.empty())
        draw_home({sources.content, wish.sources.site, sources.translations}, machine, wish.picture);
    fmt::print(
        "See whether all is well: sudo help-kiosk doctor\nThen restart:            sudo systemctl reboot\n");
    return 0;
}

} // namespace

void add_setup(CommandLine& line) {
    auto wish = std::make_shared<SetupWish>();
    wish->sources.site = fs::path(KIOSK_INSTALLED_CONTENT).parent_path() / "site.yaml";
    Command command = line.add("setup", "Ask about this building, and write site.yaml");
    add_source_options(command, wish->sources);
    command.option("--picture", wish->picture, "PNG file to draw the new home screen into");
    command.does([wish] { return run(*wish); });
}

} // namespace cli
