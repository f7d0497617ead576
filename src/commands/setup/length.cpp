#include "commands/setup/length.hpp"

#include "base/replace_all.hpp"
#include "base/utf8.hpp"

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace commands::setup {

namespace {

constexpr double mm_per_foot = 12 * mm_per_inch;

constexpr std::array<std::pair<std::string_view, double>, 20> units{{
    {"mm", 1},           {"millimeter", 1},   {"millimeters", 1},    {"millimetres", 1},
    {"cm", 10},          {"centimeter", 10},  {"centimeters", 10},   {"centimetres", 10},
    {"m", 1000},         {"meter", 1000},     {"meters", 1000},      {"metres", 1000},
    {"\"", mm_per_inch}, {"in", mm_per_inch}, {"inch", mm_per_inch}, {"inches", mm_per_inch},
    {"'", mm_per_foot},  {"ft", mm_per_foot}, {"foot", mm_per_foot}, {"feet", mm_per_foot},
}};

// Characters that mean the same as others, in the order in which they are replaced.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> length_spellings{{
    {"″", "\""},
    {"”", "\""},
    {"“", "\""},
    {"′", "'"},
    {"’", "'"},
    {"‘", "'"},
    {"''", "\""},
    {"½", " 1/2"},
    {"¼", " 1/4"},
    {"¾", " 3/4"},
    {",", "."},
    {"-", " "},
    {"\u00A0", " "},
}};

std::string normalize_length(std::string_view written) {
    std::string text = base::to_lower_ascii(written);
    for (const auto& [spelling, replacement] : length_spellings)
        text = base::replace_all(std::move(text), spelling, replacement);
    return text;
}

void skip_spaces(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
}

std::optional<double> take_digits(std::string_view& text) {
    double value = 0;
    if (text.empty() || !base::is_digit(text.front())) return std::nullopt;
    const auto result =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (result.ec != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return value;
}

// Takes a number like "23", "23.8", "1/2" or "23 1/2".
std::optional<double> take_quantity(std::string_view& text) {
    const auto number = take_digits(text);
    if (!number) return std::nullopt;
    if (text.starts_with('/')) {
        text.remove_prefix(1);
        const auto divisor = take_digits(text);
        return divisor && *divisor > 0 ? std::optional(*number / *divisor) : std::nullopt;
    }
    std::string_view after = text;
    skip_spaces(after);
    const auto numerator = take_digits(after);
    if (!numerator || !after.starts_with('/')) return number;
    after.remove_prefix(1);
    const auto divisor = take_digits(after);
    if (!divisor || *divisor <= 0) return std::nullopt;
    text = after;
    return *number + *numerator / *divisor;
}

// Takes the unit at the start of the text. Returns 0 if there is none.
double take_unit(std::string_view& text) {
    std::size_t length = text.starts_with('"') || text.starts_with('\'') ? 1 : 0;
    if (length == 0)
        while (length < text.size() && text[length] >= 'a' && text[length] <= 'z') ++length;
    for (const auto& [name, mm] : units)
        if (name == text.substr(0, length)) {
            text.remove_prefix(length);
            if (text.starts_with('.') && length > 1) text.remove_prefix(1); // as in "24 in."
            return mm;
        }
    return 0;
}

} // namespace

std::optional<Length> parse_length(std::string_view written, double default_unit_mm) {
    if (written.starts_with('-')) return std::nullopt; // elsewhere a hyphen joins, as in "24-inch"
    const std::string normalized = normalize_length(written);
    std::string_view text = normalized;
    Length length;
    double last_unit = 0;
    for (skip_spaces(text); !text.empty(); skip_spaces(text)) {
        const auto number = take_quantity(text);
        if (!number) return std::nullopt;
        skip_spaces(text);
        double unit = take_unit(text);
        if (unit == 0 && last_unit == mm_per_foot) unit = mm_per_inch; // as in 2' 6
        const bool is_alone = unit == 0 && last_unit == 0 && text.empty();
        if (unit == 0 && !is_alone) return std::nullopt;
        length.has_unit = !is_alone;
        length.mm += *number * (is_alone ? default_unit_mm : unit);
        last_unit = unit == 0 ? default_unit_mm : unit;
    }
    return last_unit == 0 ? std::nullopt : std::optional(length);
}

} // namespace commands::setup
