#include "cli/draw.hpp"

#include "cli/opened.hpp"
#include "cli/options.hpp"
#include "platform/offscreen.hpp"
#include "ui/scene.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace cli {

namespace {

struct DrawWish {
    SourceOptions sources;
    std::string screen = "home";
    std::optional<Size> size;
    double inches = 0; // 0: as the content says
    ui::Dress dress;
    std::string out;
    bool outline = false;
};

nlohmann::json to_json(const ui::Node& node, const ui::Theme& theme) {
    const auto mm = [&theme](double px) { return std::round(theme.panel_mm(px) * 10) / 10; };
    nlohmann::json json{{"role", ui::name(node.role)}, {"text", node.text}};
    json["mm"] = {mm(node.rect.x), mm(node.rect.y), mm(node.rect.w), mm(node.rect.h)};
    if (node.event) json["does"] = session::describe(*node.event);
    return json;
}

std::string names(const content::Content& content) {
    std::string all;
    const auto add = [&all](const ui::Scene& scene) { all += (all.empty() ? "" : ", ") + scene.name; };
    std::ranges::for_each(ui::scenes(content), add);
    std::ranges::for_each(ui::staff_scenes(), add);
    return all;
}

int draw(const DrawWish& wish) {
    const auto content = open_content(wish.sources, wish.dress.language);
    if (!content) return 1;
    const auto scene = ui::scene(*content, wish.screen);
    if (!scene) {
        fmt::print(stderr, "error: there is no screen \"{}\"\n  = write one of: {}\n", wish.screen,
                   names(*content));
        return 1;
    }
    text::Typesetter typesetter;
    const ui::Panel panel = panel_for(*content, wish.size.value_or(Size{}), wish.inches);
    const auto kiosk = ui::stage(content, *scene, wish.dress, panel, typesetter);
    if (wish.outline) {
        nlohmann::json nodes = nlohmann::json::array();
        for (const ui::Node& node : kiosk->outline()) nodes.push_back(to_json(node, kiosk->theme()));
        fmt::print("{}\n", nodes.dump(2));
    }
    if (wish.out.empty()) return 0;
    platform::Offscreen picture(panel.width_px, panel.height_px);
    picture.paint(*kiosk);
    picture.save(wish.out);
    return 0;
}

} // namespace

void add_draw(CommandLine& line) {
    auto wish = std::make_shared<DrawWish>();
    Command command = line.add("draw", "Draw one screen into a file, without a display");
    add_source_options(command, wish->sources);
    command.option("--screen", wish->screen,
                   "home, section/<id>, slip/<line>, languages, display, idle-warning, cover, dark, emergency, "
                   "staff/<page>");
    add_size_option(command, "--size", wish->size);
    command.number("--panel", wish->inches, 4.0, 120.0, "Diagonal of the panel in inches");
    command.option("--language", wish->dress.language, "Code of a language that has a translation");
    add_look_option(command, wish->dress.look);
    command.number("--text-size", wish->dress.text_size, 1, 4, "How large the text is");
    command.number("--scroll", wish->dress.scroll, 0.0, 1.0, "0 (top) to 1 (end)");
    command.flag("--outline", wish->outline, "Print the outline as JSON");
    command.option("--out", wish->out, "PNG file to write");
    command.does([wish] {
        if (wish->out.empty() && !wish->outline) throw std::runtime_error("draw needs --out or --outline");
        return draw(*wish);
    });
}

} // namespace cli
