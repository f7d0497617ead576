#include "base/write_file.hpp"
#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "preview/offscreen_canvas.hpp"
#include "preview/screen_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct TourOptions {
    cli::ContentOptions content_options;
    std::string out_folder;
    bool should_include_staff = false; // whether to draw the staff screens, too
};

struct TourGroup {
    const char* title;
    cli::PixelSize size;
    double inches;
    preview::ViewOptions view_options;
    // True for every screen, false for only home, the first section and the first slip.
    bool has_all_screens;
};

constexpr struct {
    const char* title;
    cli::PixelSize size;
    double inches;
} staff_panels[] = {{"staff screens, portrait, 24 inch", {1080, 1920}, 24},
                    {"staff screens, landscape, 24 inch", {1920, 1080}, 24},
                    {"staff screens, small panel, 7 inch", {800, 480}, 7}};

struct Screenshot {
    std::string file;
    std::string caption;
    bool is_wide; // landscape
};

std::vector<TourGroup> tour_groups(const content::Content& content) {
    std::vector<TourGroup> all;
    for (const std::string& code : content.site.languages)
        all.push_back({"portrait, 24 inch",
                       {1080, 1920},
                       24,
                       {code, session::ColorScheme::light, 1, 0},
                       true});
    all.push_back(
        {"landscape, 24 inch", {1920, 1080}, 24, {"", session::ColorScheme::light, 1, 0}, true});
    all.push_back(
        {"dark color scheme", {1080, 1920}, 24, {"", session::ColorScheme::dark, 1, 0}, false});
    all.push_back({"high-contrast color scheme",
                   {1080, 1920},
                   24,
                   {"", session::ColorScheme::high_contrast, 1, 0},
                   false});
    all.push_back(
        {"largest text", {1080, 1920}, 24, {"", session::ColorScheme::light, 4, 0}, false});
    all.push_back(
        {"small panel, 7 inch", {800, 480}, 7, {"", session::ColorScheme::light, 1, 0}, false});
    return all;
}

bool is_sample(const preview::Screen& screen, const content::Content& content) {
    const bool first_slip =
        !content.strip.empty() && screen.name == "slip/" + content.strip.back().line;
    return screen.name == "home" || screen.state == preview::visitor_screens(content)[1].state ||
           first_slip;
}

std::string file_name(const TourGroup& group, const preview::Screen& screen,
                      std::size_t group_index, std::size_t page) {
    std::string name = fmt::format("{:02}-{}", group_index + 1, screen.name);
    // IDs can have hyphens but no underscores, so no two screens get the same file name.
    std::replace(name.begin(), name.end(), '/', '_');
    if (!group.view_options.language.empty()) name += "-" + group.view_options.language;
    if (page > 0) name += fmt::format("-page{}", page + 1);
    return name + ".png";
}

std::string page_caption(const preview::Screen& screen, std::size_t page) {
    return page == 0 ? screen.name : fmt::format("{}, page {}", screen.name, page + 1);
}

std::string html_page(const std::string& body) {
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

std::string html_section(const std::string& title, const std::vector<Screenshot>& screenshots) {
    std::string html = fmt::format("<h2>{}</h2>\n<div>\n", title);
    for (const Screenshot& screenshot : screenshots)
        html += fmt::format("<figure{}><a href=\"{}\"><img src=\"{}\" "
                            "alt=\"{}\"></a><figcaption>{}</figcaption></figure>\n",
                            screenshot.is_wide ? " class=\"wide\"" : "", screenshot.file,
                            screenshot.file, screenshot.caption, screenshot.caption);
    return html + "</div>\n";
}

std::vector<Screenshot> draw_screenshots(const std::shared_ptr<const content::Content>& content,
                                         const TourGroup& group,
                                         const std::vector<preview::Screen>& screens,
                                         std::size_t group_index, const fs::path& folder,
                                         text::Typesetter& typesetter) {
    const ui::Panel panel{group.size.width, group.size.height, group.inches, std::nullopt};
    std::vector<Screenshot> screenshots;
    for (const preview::Screen& screen : screens) {
        if (!group.has_all_screens && !is_sample(screen, *content)) continue;
        const auto kiosk =
            preview::open_screen(content, screen, group.view_options, panel, typesetter);
        const std::vector<double> pages = kiosk->pages_mm();
        for (std::size_t page = 0; page < std::max<std::size_t>(pages.size(), 1); ++page) {
            if (page > 0) kiosk->dispatch(session::ScrollTo{pages[page]}, preview::preview_time());
            const Screenshot screenshot{file_name(group, screen, group_index, page),
                                        page_caption(screen, page),
                                        panel.width_px > panel.height_px};
            preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
            canvas.draw(*kiosk);
            canvas.save_png(folder / screenshot.file);
            screenshots.push_back(screenshot);
        }
    }
    return screenshots;
}

void create_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw std::runtime_error("cannot create the folder " + folder.string() + ": " +
                                 failed.message());
}

int run_tour(const TourOptions& options) {
    const auto content = cli::load_content_or_report(options.content_options);
    if (!content) return 1;
    const fs::path folder = options.out_folder;
    create_folder(folder);
    text::Typesetter typesetter;
    std::string body;
    std::size_t picture_count = 0;
    const std::vector<TourGroup> all = tour_groups(*content);
    for (std::size_t group_index = 0; group_index < all.size(); ++group_index) {
        const auto screenshots =
            draw_screenshots(content, all[group_index], preview::visitor_screens(*content),
                             group_index, folder, typesetter);
        picture_count += screenshots.size();
        const std::string& code = all[group_index].view_options.language;
        body += html_section(code.empty() ? all[group_index].title
                                          : content->translation_or_default(code).name + ", " +
                                                all[group_index].title,
                             screenshots);
    }
    for (std::size_t i = 0; options.should_include_staff && i < std::size(staff_panels); ++i) {
        const auto& panel = staff_panels[i];
        const TourGroup group{panel.title, panel.size, panel.inches, {}, true};
        std::vector<preview::Screen> screens = preview::unlocked_screens(*content);
        std::ranges::move(preview::staff_screens(), std::back_inserter(screens));
        const auto screenshots =
            draw_screenshots(content, group, screens, all.size() + i, folder, typesetter);
        picture_count += screenshots.size();
        body += html_section(panel.title, screenshots);
    }
    const fs::path index_path = folder / "index.html";
    base::write_file(index_path, html_page(body));
    fmt::print("Drew {} pictures. To see them, open {} in a browser.\n", picture_count,
               index_path.string());
    return 0;
}

} // namespace

void add_tour_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<TourOptions>();
    cli::Command command =
        command_line.add_command("tour", "Draw every screen, and a web page that shows them all");
    cli::add_content_options(command, options->content_options);
    command.add_required_option("--out", options->out_folder, "Folder for the pictures");
    command.add_flag("--staff", options->should_include_staff, "Draw the staff screens, too");
    command.set_action([options] { return run_tour(*options); });
}

} // namespace commands
