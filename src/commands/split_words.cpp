#include "commands/split_words.hpp"

#include "cli/options.hpp"
#include "content/parser/source_text.hpp"
#include "preview/screen_list.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <stdexcept>
#include <string>

namespace commands {

namespace {

// The other screens show only texts of the interface, whose English is known to fit.
bool can_have_wide_word(const preview::Screen& screen, const std::string& language) {
    if (screen.is_emergency || screen.is_off_hours) return false; // they are not translated
    return language != "en" || screen.name == "home" || screen.name.starts_with("section/") ||
           screen.name.starts_with("slip/");
}

// Returns the texts in which a word is cut, each with the name of a screen that shows it.
std::map<std::string, std::string> split_texts(const content::LoadResult& loaded,
                                               const std::string& language,
                                               text::Typesetter& typesetter) {
    const content::Content& content = *loaded.content;
    const ui::Panel panel = cli::panel_for(content, {}, 0);
    std::map<std::string, std::string> texts;
    for (const preview::Screen& screen : preview::content_screens(content)) {
        if (!can_have_wide_word(screen, language)) continue;
        const auto kiosk =
            preview::open_screen(loaded.content, screen, {language}, panel, typesetter);
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.has_split_word) texts.emplace(node.text, screen.name);
    }
    return texts;
}

// Returns the command that draws what somebody has to look at.
std::string draw_command(const std::string& screen, const std::string& language) {
    return fmt::format("help-kiosk draw --screen {}{} --out look.png", screen,
                       language == "en" ? "" : " --language " + language);
}

// Adds a warning for a text, at the line that has it. A text that the file writes differently, with
// quotes or over two lines, has no line.
void add_warning(const std::string& text, const std::string& command,
                 const content::SourceFile& file, std::vector<content::Problem>& problems) {
    const std::string message = fmt::format(
        "a word in {} is too wide for its place on the screen, and is cut", content::quote(text));
    const std::string suggestion = "use shorter words, or add a space; to see it, type: " + command;
    content::parser::SourceText source(file, problems);
    const std::size_t offset = source.text().find(text);
    if (offset != std::string::npos)
        source.warn({offset, text.size()}, message, suggestion);
    else
        problems.push_back(
            {content::Severity::warning, file.name, 0, 0, message, "", 1, suggestion});
}

} // namespace

std::vector<content::Problem> find_split_words(const content::LoadResult& loaded) {
    std::vector<content::Problem> problems;
    if (!loaded.files.content) return problems;
    try {
        text::Typesetter typesetter;
        std::set<std::string> reported;
        for (const content::Translation& language : loaded.content->translations) {
            const auto translation = loaded.files.translations.find(language.code);
            const content::SourceFile& file = translation == loaded.files.translations.end()
                                                  ? *loaded.files.content
                                                  : translation->second;
            for (const auto& [text, screen] : split_texts(loaded, language.code, typesetter))
                if (reported.insert(text).second)
                    add_warning(text, draw_command(screen, language.code), file, problems);
        }
    } catch (const std::runtime_error&) {
        problems.clear(); // without a font, nothing can be drawn
    }
    return problems;
}

} // namespace commands
