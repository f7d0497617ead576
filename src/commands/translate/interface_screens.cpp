#include "commands/translate/interface_screens.hpp"

#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <set>
#include <stdexcept>
#include <string_view>

namespace commands {

namespace {

// Returns whether a text on a screen is this text of the interface, which may begin with words and
// go on with a placeholder: "Open {name}".
bool shows(std::string_view shown, std::string_view text) {
    constexpr std::size_t min_words = 4; // fewer letters may be the start of another text
    const std::size_t placeholder = text.find('{');
    if (placeholder == std::string_view::npos) return shown == text;
    return placeholder >= min_words && shown.starts_with(text.substr(0, placeholder));
}

} // namespace

std::map<std::string, std::string> find_interface_screens(const content::LoadResult& loaded) {
    std::set<std::string_view> content_texts; // which may begin like a text of the interface
    for (const content::TranslatableText& text : loaded.texts) content_texts.insert(text.text);
    std::map<std::string, std::string> screens;
    try {
        text::Typesetter typesetter;
        preview::ViewOptions view_options{"en"};
        view_options.can_listen = true;
        for (const preview::Screen& screen : preview::visitor_screens(*loaded.content)) {
            if (screen.is_emergency) continue; // it is in English only
            const auto kiosk =
                preview::open_screen(loaded.content, screen, view_options, {}, typesetter);
            for (const ui::OutlineNode& node : kiosk->outline()) {
                if (content_texts.contains(node.text)) continue;
                for (const std::string_view text : ui::ui_strings)
                    if (shows(node.text, text)) screens.emplace(text, screen.name);
            }
        }
    } catch (const std::runtime_error&) {
        screens.clear(); // without a font, nothing can be drawn
    }
    return screens;
}

} // namespace commands
