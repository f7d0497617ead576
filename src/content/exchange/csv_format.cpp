#include "content/exchange/csv_format.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace content::exchange {

namespace {

// Returns whether a spreadsheet may read the text as a number, also one such as 1E5, or as a date.
bool looks_like_number(std::string_view text) {
    static constexpr std::string_view letters_of_numbers = "eE.,:;/+-() $%";
    return std::ranges::any_of(text, base::is_digit) && std::ranges::all_of(text, [](char letter) {
               return base::is_digit(letter) ||
                      letters_of_numbers.find(letter) != std::string_view::npos;
           });
}

bool needs_text_mark(std::string_view text) {
    constexpr std::string_view formula_starts = "=+-@'";
    return !text.empty() &&
           (formula_starts.find(text.front()) != std::string_view::npos || looks_like_number(text));
}

} // namespace

std::string with_text_mark(const std::string& text) {
    return needs_text_mark(text) ? "'" + text : text;
}

std::string without_text_mark(const std::string& text) {
    return text.starts_with('\'') && needs_text_mark(std::string_view(text).substr(1))
               ? text.substr(1)
               : text;
}

} // namespace content::exchange
