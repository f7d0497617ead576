#include "content/problem.hpp"

#include "content/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace content {

namespace {

using Characters = std::vector<char32_t>;

Characters characters_of(std::string_view text) {
    Characters characters;
    for (std::size_t at = 0; at < text.size();) characters.push_back(next_character(text, at));
    return characters;
}

char32_t harmless(char32_t character) {
    constexpr char32_t replacement = 0xFFFD;
    return is_control(character) && character != U'\t' ? replacement : character;
}

// The part of the line that is printed, and where the caret goes in it.
struct Excerpt {
    Characters shown;
    std::size_t caret = 0;
    std::size_t underlined = 1;
};

Excerpt excerpt(const Problem& problem) {
    constexpr std::size_t longest = 96;
    constexpr std::size_t before = 32; // characters kept in front of the caret of a cut line
    const Characters line = characters_of(problem.source);
    const std::size_t caret = std::min(static_cast<std::size_t>(std::max(problem.column, 1)) - 1, line.size());
    const bool fits = line.size() <= longest;
    const std::size_t from = fits || caret < before ? 0 : caret - before;
    const std::size_t to = fits ? line.size() : std::min(line.size(), from + longest);

    Excerpt result;
    if (from > 0) result.shown.push_back(U'…');
    for (std::size_t at = from; at < to; ++at) result.shown.push_back(harmless(line[at]));
    if (to < line.size()) result.shown.push_back(U'…');
    result.caret = caret - from + (from > 0 ? 1 : 0);
    result.underlined = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(problem.length, 1)), 1,
                                                std::max<std::size_t>(to - caret, 1));
    return result;
}

// Spaces as wide as the text above them, tabs where it has tabs, so that the caret stands under its character.
std::string caret_line(const Excerpt& excerpt) {
    std::string line;
    for (std::size_t at = 0; at < excerpt.caret; ++at) {
        const char32_t above = excerpt.shown[at];
        if (above == U'\t') {
            line += '\t';
        } else {
            line.append(static_cast<std::size_t>(columns(above)), ' ');
        }
    }
    std::string underline;
    for (std::size_t at = 0; at < excerpt.underlined && excerpt.caret + at < excerpt.shown.size(); ++at) {
        underline.append(static_cast<std::size_t>(columns(excerpt.shown[excerpt.caret + at])), '~');
    }
    if (underline.empty()) underline += '~'; // behind the end of the line, or at a mark that sits on a letter
    underline.front() = '^';
    line += underline;
    return line;
}

std::string place_of(const Problem& problem) {
    if (problem.line == 0) return problem.file;
    return fmt::format("{}:{}:{}", problem.file, problem.line, problem.column);
}

} // namespace

std::string to_string(const Problem& problem) {
    const char* const severity = problem.severity == Severity::error ? "error" : "warning";
    std::string text = fmt::format("{}: {}: {}\n", place_of(problem), severity, problem.message);
    const std::string number = std::to_string(problem.line);
    const std::size_t gutter = std::max<std::size_t>(5, number.size());
    if (problem.line > 0) {
        const Excerpt part = excerpt(problem);
        std::string shown;
        for (const char32_t character : part.shown) append_character(shown, character);
        text += fmt::format("{:>{}} | {}\n", number, gutter, shown);
        text += fmt::format("{:>{}} | {}\n", "", gutter, caret_line(part));
    }
    if (!problem.instead.empty()) text += fmt::format("{:>{}} = {}\n", "", gutter, problem.instead);
    return text;
}

void sort(std::vector<Problem>& problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return std::tie(problem.file, problem.line, problem.column);
    });
}

bool has_error(const std::vector<Problem>& problems) {
    return std::ranges::any_of(problems,
                               [](const Problem& problem) { return problem.severity == Severity::error; });
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    const Characters characters = characters_of(text);
    std::string result = "\"";
    for (std::size_t at = 0; at < std::min(characters.size(), longest); ++at) {
        append_character(result, is_control(characters[at]) ? U' ' : characters[at]);
    }
    result += characters.size() > longest ? "…\"" : "\"";
    return result;
}

} // namespace content
