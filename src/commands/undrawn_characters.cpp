#include "commands/undrawn_characters.hpp"

#include "base/utf8.hpp"
#include "content/parser/source_text.hpp"
#include "content/special_character.hpp"
#include "text/typesetter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <stdexcept>
#include <string_view>

namespace commands {

namespace {

using content::parser::SourceText;

// Returns whether every text font has the character: Latin letters and the usual punctuation.
bool is_in_every_font(char32_t character) {
    constexpr char32_t first_other = 0x0250;
    constexpr char32_t first_dash = 0x2010;
    constexpr char32_t ellipsis = 0x2026;
    return character < first_other || (character >= first_dash && character <= ellipsis);
}

// Finds the missing characters of one file.
class Finder {
public:
    Finder(const content::SourceFile& file, std::unique_ptr<text::Typesetter>& typesetter,
           std::vector<content::Problem>& problems)
        : source_(file, problems), typesetter_(&typesetter) {}

    void find() {
        const std::string_view text = source_.text();
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            const std::string_view line = text.substr(start, end - start);
            const std::size_t first = line.find_first_not_of(' ');
            if (first != std::string_view::npos && line[first] != '#') find_in_line(line, start);
            start = end + 1;
        }
    }

private:
    void find_in_line(std::string_view line, std::size_t line_start) {
        for (std::size_t offset = 0; offset < line.size();) {
            const std::size_t start = offset;
            const char32_t character = base::decode_next(line, offset);
            if (is_in_every_font(character) || content::is_unseen(character) ||
                !seen_.insert(character).second)
                continue;
            if (!*typesetter_) *typesetter_ = std::make_unique<text::Typesetter>();
            if (!(*typesetter_)->has_glyph(character, text::Face::regular))
                report(character, {line_start + start, offset - start});
        }
    }

    // A script without any font would be a warning for each of its letters.
    void report(char32_t character, content::parser::SourceRange range) {
        constexpr int max_reported = 5;
        if (++missing_count_ > max_reported) return;
        std::string shown;
        base::append_utf8(shown, character);
        source_.warn(range,
                     fmt::format("no font of this computer draws {} (U+{:04X})", shown,
                                 static_cast<std::uint32_t>(character)),
                     "write another character, or install a font that has it");
    }

    SourceText source_;
    std::unique_ptr<text::Typesetter>* typesetter_; // made when a character needs it
    std::set<char32_t> seen_;
    int missing_count_ = 0;
};

} // namespace

std::vector<content::Problem> find_undrawn_characters(const content::SourceFiles& files) {
    std::vector<content::Problem> problems;
    std::unique_ptr<text::Typesetter> typesetter;
    try {
        if (files.content) Finder(*files.content, typesetter, problems).find();
        if (files.site) Finder(*files.site, typesetter, problems).find();
        for (const auto& [language_code, file] : files.translations)
            Finder(file, typesetter, problems).find();
    } catch (const std::runtime_error&) {
        return {}; // `doctor` reports that there is no font
    }
    return problems;
}

} // namespace commands
