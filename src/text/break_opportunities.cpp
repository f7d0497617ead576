#include "text/break_opportunities.hpp"

#include "text/bidi.hpp"

#include <linebreak.h>

#include <algorithm>

namespace text {
namespace {

constexpr CodePoint virama = 0x1039; // stacks the next letter below the one before
constexpr CodePoint asat = 0x103A;   // removes the vowel of a letter, which then ends the syllable
constexpr CodePoint dot_below = 0x1037;
constexpr CodePoint middle_dot = 0xB7; // between two things on a line

bool is_burmese(CodePoint code_point) {
    return (code_point >= 0x1000 && code_point <= 0x109F) ||
           (code_point >= 0xAA60 && code_point <= 0xAA7F) ||
           (code_point >= 0xA9E0 && code_point <= 0xA9FF);
}

bool is_burmese_letter(CodePoint code_point) {
    const bool is_sign =
        code_point >= 0x1040 && code_point <= 0x104F && code_point != 0x104E; // digits, punctuation
    return is_burmese(code_point) && !is_sign && !is_combining(code_point);
}

// Burmese is written without spaces between words, and libunibreak does not find its syllables. A
// syllable begins with a letter that is neither stacked nor the end of the syllable before.
bool is_syllable_start(const CodePoints& code_points, std::size_t i) {
    const auto code_point_at = [&](std::size_t index) {
        return index < code_points.size() ? code_points[index] : 0;
    };
    if (i == 0 || !is_burmese_letter(code_point_at(i)) || !is_burmese(code_point_at(i - 1)) ||
        code_point_at(i - 1) == virama)
        return false;
    const bool has_asat = code_point_at(i + 1) == asat ||
                          (code_point_at(i + 1) == dot_below && code_point_at(i + 2) == asat);
    const bool has_virama = code_point_at(i + 1) == virama;
    return !has_asat && !has_virama;
}

// A line that ends with a middle dot looks as if something were missing after it.
bool is_after_middle_dot(const CodePoints& code_points, std::size_t i) {
    while (i > 0 && code_points[i - 1] == ' ') --i;
    return i > 0 && code_points[i - 1] == middle_dot;
}

// A plus sign that belongs to the word before it, as in "LGBTQ+".
bool is_suffix(const CodePoints& code_points, std::size_t i) {
    return code_points[i] == '+' && i > 0 && code_points[i - 1] != ' ';
}

// libunibreak 1.1 aborts the program at regional indicators, and ends the text at U+FFFF. For line
// breaking, a letter has the same effect as these code points.
CodePoints replace_unsafe(CodePoints code_points) {
    const auto is_unsafe = [](CodePoint code_point) {
        return code_point == 0xFFFF || (code_point >= 0x1F1E6 && code_point <= 0x1F1FF);
    };
    std::replace_if(code_points.begin(), code_points.end(), is_unsafe, CodePoint{'A'});
    return code_points;
}

std::vector<char> library_breaks(const CodePoints& code_points) {
    static const bool is_initialized = (init_linebreak(), true);
    std::vector<char> breaks(code_points.size(), LINEBREAK_NOBREAK);
    if (is_initialized)
        set_linebreaks_utf32(replace_unsafe(code_points).data(), code_points.size(), nullptr,
                             breaks.data());
    return breaks;
}

} // namespace

std::vector<BreakKind> break_opportunities(const CodePoints& code_points) {
    const std::vector<char> breaks = library_breaks(code_points);
    std::vector<BreakKind> opportunities(code_points.size(), BreakKind::none);
    for (std::size_t i = 1; i < code_points.size(); ++i) {
        if (breaks[i - 1] == LINEBREAK_ALLOWBREAK && !is_after_middle_dot(code_points, i) &&
            !is_suffix(code_points, i))
            opportunities[i] = BreakKind::word;
        else if (is_syllable_start(code_points, i))
            opportunities[i] = BreakKind::syllable;
    }
    for (const DigitGroup& group : digit_groups(code_points))
        for (std::size_t i = group.begin + 1; i < group.end; ++i)
            opportunities[i] = BreakKind::none;
    return opportunities;
}

} // namespace text
