#include "commands/split_words.hpp"

#include "cli/options.hpp"
#include "content/parser/source_lines.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/yaml_tree.hpp"
#include "preview/screen_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace commands {

namespace {

using content::parser::is_quoted;
using content::parser::SourceRange;
using content::parser::YamlEntry;
using content::parser::YamlNode;

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

// The texts of a file, in its order, without those that translations repeat in English.
class FileTexts {
public:
    FileTexts(const content::SourceFile& file, bool is_translation) : source_(file, ignored_) {
        root_ = source_.validate() ? parse_yaml(source_) : std::nullopt;
        if (root_) collect(*root_, is_translation);
    }

    // Returns where a text of the screen is written, with quotes and escapes or over several lines.
    // What a text was put together from is found by its longest word. Returns nullopt for a text of
    // the interface.
    std::optional<SourceRange> find(const std::string& text) const {
        auto found = std::ranges::find(texts_, text, &YamlNode::text);
        if (found == texts_.end()) {
            const std::string word = longest_word(text);
            found = std::ranges::find_if(
                texts_, [&](const std::string& each) { return has_word(each, word); },
                &YamlNode::text);
        }
        if (found == texts_.end()) return std::nullopt;
        const SourceRange range = (*found)->range;
        const bool has_quote = is_quoted(std::string_view(source_.text()).substr(range.offset));
        const std::string& written = (*found)->text;
        const std::size_t offset = range.offset + (has_quote ? 1 : 0);
        if (source_.text().compare(offset, written.size(), written) == 0)
            return SourceRange{offset, written.size()};
        return range;
    }

private:
    void collect(const YamlNode& node, bool is_translation) {
        if (node.kind == YamlNode::Kind::scalar) texts_.push_back(&node);
        for (const YamlNode& item : node.items) collect(item, is_translation);
        for (const YamlEntry& entry : node.entries)
            if (!is_translation || entry.key != "en") collect(entry.value, is_translation);
    }

    static std::vector<std::string> words_of(const std::string& text) {
        std::istringstream stream(text);
        return {std::istream_iterator<std::string>(stream), {}};
    }

    static std::string longest_word(const std::string& text) {
        const std::vector<std::string> words = words_of(text);
        return words.empty() ? "" : std::ranges::max(words, {}, &std::string::size);
    }

    static bool has_word(const std::string& text, const std::string& word) {
        const std::vector<std::string> words = words_of(text);
        return std::ranges::find(words, word) != words.end();
    }

    std::vector<content::Problem> ignored_; // the file has been loaded without errors
    content::parser::SourceText source_;
    std::optional<YamlNode> root_;
    std::vector<const YamlNode*> texts_; // in root_
};

// Adds a warning for a text, at the line that has it.
void add_warning(const std::string& text, const std::string& command,
                 const content::SourceFile& file, bool is_translation,
                 std::vector<content::Problem>& problems) {
    const std::string message = fmt::format(
        "a word in {} is too wide for its place on the screen, and is cut", content::quote(text));
    const std::string suggestion = "use shorter words, or add a space; to see it, type: " + command;
    if (const auto range = FileTexts(file, is_translation).find(text))
        content::parser::SourceText(file, problems).warn(*range, message, suggestion);
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
            const bool is_translation = translation != loaded.files.translations.end();
            const content::SourceFile& file =
                is_translation ? translation->second : *loaded.files.content;
            for (const auto& [text, screen] : split_texts(loaded, language.code, typesetter))
                if (reported.insert(text).second)
                    add_warning(text, draw_command(screen, language.code), file, is_translation,
                                problems);
        }
    } catch (const std::runtime_error&) {
        problems.clear(); // without a font, nothing can be drawn
    }
    return problems;
}

} // namespace commands
