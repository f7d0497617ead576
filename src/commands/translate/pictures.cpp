#include "commands/translate/pictures.hpp"

#include "cli/options.hpp"
#include "content/exchange/exchange_table.hpp"
#include "preview/offscreen_canvas.hpp"
#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <system_error>

namespace commands {

namespace {

// Texts for staff are not translated.
bool is_for_staff(const preview::Screen& screen, const content::Content& content) {
    const content::Section* const section = content.find_section(screen.state.section);
    const content::HelpLine* const help_line =
        screen.state.slip ? content.find_help_line(screen.state.slip->help_line) : nullptr;
    return (section != nullptr && section->audience == content::Audience::staff) ||
           (help_line != nullptr && help_line->audience == content::Audience::staff);
}

} // namespace

void draw_pictures(content::ContentPaths paths, const std::string& language_code,
                   const std::filesystem::path& folder) {
    const content::LoadContext context{std::nullopt, ui::ui_strings};
    paths.language = language_code;
    auto content = content::load(paths, context).content;
    const bool is_translated = content != nullptr;
    paths.language.clear();
    if (!content) content = content::load(paths, context).content;
    if (!content) throw std::runtime_error("a translation has errors; type: help-kiosk check");
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        throw std::runtime_error("cannot create the folder " + folder.string() + ": " +
                                 failed.message());
    text::Typesetter typesetter;
    const ui::Panel panel = cli::panel_for(*content, {}, 0);
    const std::string language = is_translated ? language_code : "en";
    for (preview::Screen& screen : preview::visitor_screens(*content)) {
        if (is_for_staff(screen, *content) || screen.is_emergency) continue;
        screen.state.is_staff_unlocked = false;
        const auto kiosk = preview::open_screen(content, screen, {language}, panel, typesetter);
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        canvas.draw(*kiosk);
        canvas.save_png(folder / content::exchange::picture_name(screen.name));
    }
    fmt::print("drew the pictures into {}\n", folder.string());
}

} // namespace commands
