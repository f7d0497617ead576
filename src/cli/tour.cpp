#include "cli/tour.hpp"

#include "cli/opened.hpp"
#include "cli/options.hpp"
#include "platform/offscreen.hpp"
#include "ui/scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace cli {

namespace {

namespace fs = std::filesystem;

struct TourWish {
    SourceOptions sources;
    std::string out;
    bool staff = false; // the staff page too
};

struct Setting {
    const char* title;
    Size size;
    double inches;
    ui::Dress dress;
    bool everything; // every screen; else home, the first section and the first slip
};

constexpr struct {
    const char* title;
    Size size;
    double inches;
} staff_panels[] = {{"Staff page, portrait, 24 inch", {1080, 1920}, 24},
                    {"Staff page, landscape, 24 inch", {1920, 1080}, 24},
                    {"Staff page, small panel, 7 inch", {800, 480}, 7}};

struct Shot {
    std::string file, caption;
    bool wide;
};

std::vector<Setting> settings(const content::Content& content) {
    std::vector<Setting> all;
    for (const std::string& code : content.site.languages)
        all.push_back({"portrait, 24 inch", {1080, 1920}, 24, {code, session::Look::paper, 1, 0}, true});
    all.push_back({"landscape, 24 inch", {1920, 1080}, 24, {"", session::Look::paper, 1, 0}, true});
    all.push_back({"dark look", {1080, 1920}, 24, {"", session::Look::dark, 1, 0}, false});
    all.push_back({"high contrast", {1080, 1920}, 24, {"", session::Look::contrast, 1, 0}, false});
    all.push_back({"largest text", {1080, 1920}, 24, {"", session::Look::paper, 4, 0}, false});
    all.push_back({"small panel, 7 inch", {800, 480}, 7, {"", session::Look::paper, 1, 0}, false});
    return all;
}

bool is_sample(const ui::Scene& scene, const content::Content& content) {
    const bool first_slip = !content.strip.empty() && scene.name == "slip/" + content.strip.back();
    return scene.name == "home" || scene.state == ui::scenes(content)[1].state || first_slip;
}

std::string file_name(const Setting& setting, const ui::Scene& scene, std::size_t group) {
    std::string name = fmt::format("{:02}-{}", group + 1, scene.name);
    std::replace(name.begin(), name.end(), '/',
                 '_'); // an id may have hyphens, so slip/a/text is not slip/a-text
    if (!setting.dress.language.empty()) name += "-" + setting.dress.language;
    return name + ".png";
}

std::string page(const std::string& body) {
    return R"(<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>help-kiosk: every screen</title>
<style>
body { font: 16px/1.5 "Noto Sans", sans-serif; margin: 2rem; background: #f6f2ea; color: #15222b }
div { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start }
figure { margin: 0; width: 15rem } figure.wide { width: 26rem }
img { width: 100%; border: 1px solid #ddd4c5; border-radius: 6px; background: #fff }
figcaption { font-size: 14px; color: #45525b }
</style>
<h1>help-kiosk: every screen</h1>
<p>Select a picture to see it at full size.</p>
)" + body + "</html>\n";
}

std::string section(const std::string& title, const std::vector<Shot>& shots) {
    std::string html = fmt::format("<h2>{}</h2>\n<div>\n", title);
    for (const Shot& shot : shots)
        html += fmt::format(
            "<figure{}><a href=\"{}\"><img src=\"{}\" alt=\"{}\"></a><figcaption>{}</figcaption></figure>\n",
            shot.wide ? " class=\"wide\"" : "", shot.file, shot.file, shot.caption, shot.caption);
    return html + "</div>\n";
}

std::vector<Shot> shoot(const std::shared_ptr<const content::Content>& content, const Setting& setting,
                        const std::vector<ui::Scene>& scenes, std::size_t group, const fs::path& folder,
                        text::Typesetter& typesetter) {
    const ui::Panel panel{setting.size.width, setting.size.height, setting.inches, std::nullopt};
    std::vector<Shot> shots;
    for (const ui::Scene& scene : scenes) {
        if (!setting.everything && !is_sample(scene, *content)) continue;
        const Shot shot{file_name(setting, scene, group), scene.name, panel.width_px > panel.height_px};
        const auto kiosk = ui::stage(content, scene, setting.dress, panel, typesetter);
        platform::Offscreen picture(panel.width_px, panel.height_px);
        picture.paint(*kiosk);
        picture.save(folder / shot.file);
        shots.push_back(shot);
    }
    return shots;
}

int tour(const TourWish& wish) {
    const auto content = open_content(wish.sources);
    if (!content) return 1;
    const fs::path folder = wish.out;
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) throw std::runtime_error("cannot make the folder " + folder.string() + ": " + failed.message());
    text::Typesetter typesetter;
    std::string body;
    std::size_t pictures = 0;
    const std::vector<Setting> all = settings(*content);
    for (std::size_t group = 0; group < all.size(); ++group) {
        const auto shots = shoot(content, all[group], ui::scenes(*content), group, folder, typesetter);
        pictures += shots.size();
        const std::string& code = all[group].dress.language;
        body += section(
            code.empty() ? all[group].title : content->language(code).name + ", " + all[group].title, shots);
    }
    for (std::size_t i = 0; wish.staff && i < std::size(staff_panels); ++i) {
        const auto& panel = staff_panels[i];
        const Setting setting{panel.title, panel.size, panel.inches, {}, true};
        const auto shots = shoot(content, setting, ui::staff_scenes(), all.size() + i, folder, typesetter);
        pictures += shots.size();
        body += section(panel.title, shots);
    }
    const fs::path index = folder / "index.html";
    std::ofstream(index) << page(body);
    fmt::print("{} pictures drawn. Open {} in a browser.\n", pictures, index.string());
    return 0;
}

} // namespace

void add_tour(CommandLine& line) {
    auto wish = std::make_shared<TourWish>();
    Command command = line.add("tour", "Draw every screen, and a page that shows them all");
    add_source_options(command, wish->sources);
    command.required_option("--out", wish->out, "Folder for the pictures");
    command.flag("--staff", wish->staff, "The screens for those who look after the kiosk as well, at the end");
    command.does([wish] { return tour(*wish); });
}

} // namespace cli
