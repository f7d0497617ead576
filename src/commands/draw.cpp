#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "preview/offscreen_canvas.hpp"
#include "preview/screen_list.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace commands {

namespace {

struct DrawOptions {
    cli::ContentOptions content_options;
    std::string screen = "home";
    std::optional<cli::PixelSize> size;
    double inches = 0; // 0 means the size in the settings
    preview::ViewOptions view_options;
    std::string out_path;
    bool should_print_outline = false;
};

nlohmann::json to_json(const ui::OutlineNode& node, const ui::Theme& theme) {
    const auto mm = [&theme](double px) { return std::round(theme.panel_mm(px) * 10) / 10; };
    nlohmann::json json{{"role", ui::role_name(node.role)}, {"text", node.text}};
    json["mm"] = {mm(node.rect.x), mm(node.rect.y), mm(node.rect.w), mm(node.rect.h)};
    if (node.event) json["does"] = session::describe(*node.event);
    if (node.is_selected) json["selected"] = true;
    return json;
}

std::string screen_names(const content::Content& content) {
    std::string all;
    const auto add = [&all](const preview::Screen& screen) {
        all += (all.empty() ? "" : ", ") + screen.name;
    };
    std::ranges::for_each(preview::all_screens(content), add);
    return all;
}

int run_draw(const DrawOptions& options) {
    const auto content =
        cli::load_content_or_report(options.content_options, options.view_options.language);
    if (!content) return 1;
    const auto screen = preview::find_screen(*content, options.screen);
    if (!screen) {
        fmt::print(stderr, "error: there is no screen \"{}\"\n  = choose from: {}\n",
                   options.screen, screen_names(*content));
        return 1;
    }
    text::Typesetter typesetter;
    const ui::Panel panel =
        cli::panel_for(*content, options.size.value_or(cli::PixelSize{}), options.inches);
    const auto kiosk =
        preview::open_screen(content, *screen, options.view_options, panel, typesetter);
    if (options.should_print_outline) {
        nlohmann::json nodes = nlohmann::json::array();
        for (const ui::OutlineNode& node : kiosk->outline())
            nodes.push_back(to_json(node, kiosk->theme()));
        fmt::print("{}\n", nodes.dump(2));
    }
    if (options.out_path.empty()) return 0;
    preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
    canvas.draw(*kiosk);
    canvas.save_png(options.out_path);
    return 0;
}

} // namespace

void add_draw_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<DrawOptions>();
    cli::Command command =
        command_line.add_command("draw", "Draw one screen to a PNG file, without a display");
    cli::add_content_options(command, options->content_options);
    command.add_option(
        "--screen", options->screen,
        "home, section/<id>, slip/<id>, languages, display-settings, idle-warning, cover, "
        "off-hours, emergency, staff/<name>");
    cli::add_size_option(command, "--size", options->size);
    command.add_number("--panel", options->inches, 4.0, 120.0, "Diagonal of the panel in inches");
    command.add_option("--language", options->view_options.language,
                       "Code of a language with a translation, for example es");
    cli::add_color_scheme_option(command, options->view_options.color_scheme);
    command.add_number("--text-size", options->view_options.text_size, 1, 4,
                       "Text size, from 1 (smallest) to 4 (largest)");
    command.add_number("--scroll", options->view_options.scroll_fraction, 0.0, 1.0,
                       "Scroll position, from 0 (top) to 1 (end)");
    command.add_flag("--headphones", options->view_options.can_listen,
                     "As with headphones plugged in: with the button Listen");
    command.add_flag("--outline", options->should_print_outline,
                     "Print as JSON what is on the screen");
    command.add_option("--out", options->out_path, "PNG file to write");
    command.set_action([options] {
        if (options->out_path.empty() && !options->should_print_outline)
            throw std::runtime_error("draw needs --out or --outline");
        return run_draw(*options);
    });
}

} // namespace commands
