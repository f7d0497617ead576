#include "content/problem.hpp"

#include "base/utf8.hpp"
#include "content/special_character.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace content {

namespace {

using Characters = std::vector<char32_t>;

Characters characters_of(std::string_view text) {
    Characters characters;
    for (std::size_t offset = 0; offset < text.size();)
        characters.push_back(base::decode_next(text, offset));
    return characters;
}

constexpr char32_t replacement_character = 0xFFFD;

// A control character could control the terminal, and a direction control would turn round the rest
// of the line.
char32_t replace_control(char32_t character) {
    const bool is_harmful = (base::is_control(character) && character != U'\t') ||
                            kind_of(character) == CharacterKind::direction_override;
    return is_harmful ? replacement_character : character;
}

// The part of a source line that is printed, and the position of the caret in it.
struct Excerpt {
    Characters characters;
    std::size_t caret = 0;
    std::size_t underline_count = 1;
};

// A problem with a single character that nobody sees would have a caret below nothing.
void show_marked_character(Excerpt& excerpt) {
    if (excerpt.underline_count != 1 || excerpt.caret >= excerpt.characters.size()) return;
    char32_t& marked = excerpt.characters[excerpt.caret];
    const CharacterKind kind = kind_of(marked);
    if (kind == CharacterKind::blank || kind == CharacterKind::no_break_blank) marked = U'␣';
    if (is_unseen(marked)) marked = replacement_character;
}

Excerpt excerpt(const Problem& problem) {
    constexpr std::size_t max_characters = 96;
    constexpr std::size_t before = 32; // characters in front of the caret if the line is shortened
    const Characters source_line = characters_of(problem.source_line);
    const std::size_t caret =
        std::min(static_cast<std::size_t>(std::max(problem.column, 1)) - 1, source_line.size());
    const bool is_whole = source_line.size() <= max_characters;
    const std::size_t from = is_whole || caret < before ? 0 : caret - before;
    const std::size_t to =
        is_whole ? source_line.size() : std::min(source_line.size(), from + max_characters);

    Excerpt result;
    if (from > 0) result.characters.push_back(U'…');
    for (std::size_t offset = from; offset < to; ++offset)
        result.characters.push_back(replace_control(source_line[offset]));
    if (to < source_line.size()) result.characters.push_back(U'…');
    result.caret = caret - from + (from > 0 ? 1 : 0);
    result.underline_count =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(problem.length, 1)), 1,
                                std::max<std::size_t>(to - caret, 1));
    show_marked_character(result);
    return result;
}

// Returns the line with the caret. Below a tab it has a tab, and otherwise as many spaces as the
// text above is wide, so that the caret is below its character.
std::string caret_line(const Excerpt& excerpt) {
    std::string line;
    for (std::size_t offset = 0; offset < excerpt.caret; ++offset) {
        const char32_t above = excerpt.characters[offset];
        if (above == U'\t') {
            line += '\t';
        } else {
            line.append(static_cast<std::size_t>(base::terminal_columns(above)), ' ');
        }
    }
    std::string underline;
    for (std::size_t offset = 0;
         offset < excerpt.underline_count && excerpt.caret + offset < excerpt.characters.size();
         ++offset) {
        underline.append(static_cast<std::size_t>(
                             base::terminal_columns(excerpt.characters[excerpt.caret + offset])),
                         '~');
    }
    // The underline is empty after the end of the line and at a combining mark.
    if (underline.empty()) underline += '~';
    underline.front() = '^';
    line += underline;
    return line;
}

std::string position_of(const Problem& problem) {
    if (problem.line == 0) return problem.file;
    return fmt::format("{}:{}:{}", problem.file, problem.line, problem.column);
}

} // namespace

std::string to_string(const Problem& problem) {
    const char* const severity = problem.severity == Severity::error ? "error" : "warning";
    std::string text = fmt::format("{}: {}: {}\n", position_of(problem), severity, problem.message);
    const std::string line_number = std::to_string(problem.line);
    const std::size_t gutter = std::max<std::size_t>(5, line_number.size());
    if (problem.line > 0) {
        const Excerpt visible = excerpt(problem);
        std::string printed;
        for (const char32_t character : visible.characters) base::append_utf8(printed, character);
        text += fmt::format("{:>{}} | {}\n", line_number, gutter, printed);
        text += fmt::format("{:>{}} | {}\n", "", gutter, caret_line(visible));
    }
    if (!problem.suggestion.empty())
        text += fmt::format("{:>{}} = {}\n", "", gutter, problem.suggestion);
    return text;
}

void sort_problems(std::vector<Problem>& problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return std::tie(problem.file, problem.line, problem.column);
    });
}

std::vector<Problem> file_warnings(const std::vector<Problem>& problems) {
    std::vector<Problem> warnings;
    std::ranges::copy_if(problems, std::back_inserter(warnings), [](const Problem& problem) {
        return problem.severity == Severity::warning && problem.line == 0;
    });
    return warnings;
}

bool has_error(const std::vector<Problem>& problems) {
    return std::ranges::any_of(
        problems, [](const Problem& problem) { return problem.severity == Severity::error; });
}

std::string quote(std::string_view text) {
    constexpr std::size_t max_characters = 60;
    const Characters characters = characters_of(text);
    std::string result = "\"";
    for (std::size_t offset = 0; offset < std::min(characters.size(), max_characters); ++offset) {
        base::append_utf8(result, base::is_control(characters[offset]) ? U' ' : characters[offset]);
    }
    result += characters.size() > max_characters ? "…\"" : "\"";
    return result;
}

} // namespace content
