#include "content/parser/plain_text.hpp"

#include "content/parser/source_lines.hpp"
#include "content/parser/value_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

bool is_whitespace(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n';
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

// A comment is likely to be a part of the text if no space follows its #, if it starts with a
// number, or if it is at the end of a text of several lines.
std::optional<TextDoubt> find_lost_text(std::string_view source, std::size_t end) {
    const std::string_view behind = first_line(source.substr(end));
    const std::size_t start = behind.find_first_not_of(" \t");
    if (start == std::string_view::npos || behind[start] != '#') return std::nullopt;
    const std::string_view comment = behind.substr(start);
    const std::size_t text = comment.find_first_not_of('#');
    if (text == std::string_view::npos) return std::nullopt;
    const bool has_space = comment[text] == ' ' || comment[text] == '\t';
    const std::size_t word = comment.find_first_not_of(" \t", text);
    const bool has_digit = word != std::string_view::npos && is_digit(comment[word]);
    const bool is_multiline = source.substr(0, end).find('\n') != std::string_view::npos;
    if (has_space && !has_digit && !is_multiline) return std::nullopt;
    TextDoubt doubt{.severity = has_space ? Severity::warning : Severity::error,
                    .offset = end + start,
                    .length = comment.size(),
                    .message = lost_text_message,
                    .suggestion = quoting_advice(source.substr(0, end + behind.size()))};
    doubt.suggestion += has_space ? "; move a comment to a line of its own"
                                  : "; for a comment, write a space after #";
    return doubt;
}

// Returns a doubt about a text with a single quotation mark, which is at its end.
std::optional<TextDoubt> find_unopened_quote(std::string_view value, std::size_t length) {
    constexpr std::array<std::string_view, 6> typographic{"“", "”", "„", "‘", "’", "«"};
    if (value.size() < 2) return std::nullopt;
    const char last = value.back();
    const char before = value[value.size() - 2];
    if ((last != '"' && last != '\'') || std::ranges::count(value, last) != 1) return std::nullopt;
    const bool is_quote =
        last == '"' ? !is_digit(before) : before == '.' || before == '!' || before == '?';
    if (!is_quote) return std::nullopt;
    TextDoubt doubt{.offset = length - 1,
                    .message = "this quote is never opened",
                    .suggestion = fmt::format("write a {} at the start of the text, too", last)};
    for (const std::string_view mark : typographic) {
        if (!value.starts_with(mark)) continue;
        doubt.suggestion =
            fmt::format("write {} instead of {} at the start of the text", last, mark);
    }
    return doubt;
}

// Returns a doubt about a line below the first that looks like an entry: "place:lobby".
std::optional<TextDoubt> find_key_in_text(std::string_view text) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos;
         end = text.find('\n', end + 1)) {
        const std::string_view line = first_line(text.substr(end + 1));
        const std::size_t indent = leading_whitespace(line);
        const auto wrong = find_wrong_colon(line.substr(indent));
        const bool is_key = wrong && wrong->key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") ==
                                         std::string_view::npos;
        if (!is_key) continue;
        return TextDoubt{.offset = end + 1 + line.find(wrong->colon, indent),
                         .length = wrong->colon.size(),
                         .message =
                             wrong->colon == ":"
                                 ? "a space is missing after the colon"
                                 : fmt::format("{} is not the colon of the keyboard", wrong->colon),
                         .suggestion = fmt::format("write \"{}:\" and a space, below the other "
                                                   "keys; or put the whole text in \"quotes\"",
                                                   wrong->key),
                         .hides_keys = true};
    }
    return std::nullopt;
}

} // namespace

std::size_t plain_text_length(std::string_view source, std::string_view value) {
    std::size_t length = 0;
    for (const char letter : value) {
        if (length >= source.size()) break;
        if (!is_whitespace(letter)) {
            ++length;
        } else {
            while (length < source.size() && is_whitespace(source[length])) ++length;
        }
    }
    return std::min(length, source.size());
}

std::optional<TextDoubt> find_doubt(std::string_view source, std::string_view value) {
    const std::size_t length = plain_text_length(source, value);
    if (const auto doubt = find_key_in_text(source.substr(0, length))) return doubt;
    if (const auto doubt = find_lost_text(source, length)) return doubt;
    return find_unopened_quote(value, length);
}

std::optional<TextDoubt> find_lost_value(std::string_view source) {
    const std::string_view line = first_line(source);
    const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
    if (start == 0 || start == line.size()) return std::nullopt;
    const auto doubt = find_lost_text(source, start);
    return doubt && doubt->severity == Severity::error ? doubt : std::nullopt;
}

} // namespace content::parser
