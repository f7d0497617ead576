#include "text/code_points.hpp"

#include "base/utf8.hpp"

#include <hb.h>

#include <algorithm>
#include <array>

namespace text {
namespace {

struct Range {
    CodePoint first, last;
};

template <std::size_t size>
bool is_in_ranges(const std::array<Range, size>& ranges, CodePoint code_point) {
    return std::any_of(ranges.begin(), ranges.end(), [=](Range range) {
        return range.first <= code_point && code_point <= range.last;
    });
}

bool is_line_end(CodePoint code_point) {
    return (code_point >= '\n' && code_point <= '\r') || code_point == 0x85 ||
           code_point == 0x2028 || code_point == 0x2029;
}

bool is_dropped(CodePoint code_point) {
    constexpr std::array<Range, 7> dropped{
        {{0x0, 0x1F},
         {0x7F, 0x9F},
         {0xAD, 0xAD}, // A line that breaks at a soft hyphen would have to show a hyphen.
         {0xFEFF, 0xFEFF},
         {0xFFF9, 0xFFFB},
         {0x1D173, 0x1D17A},
         {0xE0000, 0xE00FF}}};
    return is_in_ranges(dropped, code_point);
}

bool is_mark(CodePoint code_point) {
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

} // namespace

CodePoints decode_text(std::string_view utf8) {
    constexpr int max_marks =
        16; // on one letter; with more of them a line could be taller than the screen
    CodePoints code_points;
    code_points.reserve(utf8.size());
    int mark_count = 0;
    while (!utf8.empty()) {
        if (utf8.starts_with("\r\n")) utf8.remove_prefix(1);
        const base::DecodedCharacter decoded = base::decode_first(utf8);
        utf8.remove_prefix(decoded.size_bytes);
        CodePoint code_point = decoded.character;
        if (code_point == '\t') code_point = ' ';
        if (is_line_end(code_point))
            code_point = '\n';
        else if (is_dropped(code_point))
            continue;
        mark_count = is_combining(code_point) ? mark_count + 1 : 0;
        if (mark_count <= max_marks) code_points.push_back(code_point);
    }
    return code_points;
}

bool is_space(CodePoint code_point) {
    constexpr CodePoint figure_space = 0x2007; // does not allow a line break
    return code_point == ' ' || code_point == 0x1680 || code_point == 0x205F ||
           code_point == 0x3000 ||
           (code_point >= 0x2000 && code_point <= 0x200A && code_point != figure_space);
}

bool is_formatting(CodePoint code_point) {
    constexpr std::array<Range, 5> formatting{
        {{0x061C, 0x061C}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}}};
    return is_in_ranges(formatting, code_point);
}

bool is_joiner(CodePoint code_point) {
    constexpr std::array<Range, 5> joiners{{{0x034F, 0x034F},
                                            {0x180B, 0x180D},
                                            {0x200C, 0x200D},
                                            {0xFE00, 0xFE0F},
                                            {0xE0100, 0xE01EF}}};
    return is_in_ranges(joiners, code_point);
}

bool is_combining(CodePoint code_point) {
    constexpr CodePoint first_mark = 0x0300;
    // Unicode counts these two vowel signs as letters, but they are written as a part of the letter
    // before them.
    constexpr CodePoint thai_sara_am = 0x0E33;
    constexpr CodePoint lao_am = 0x0EB3;
    if (code_point < first_mark) return false;
    return is_joiner(code_point) || is_mark(code_point) || code_point == thai_sara_am ||
           code_point == lao_am;
}

} // namespace text
