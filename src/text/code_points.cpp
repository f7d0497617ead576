#include "text/code_points.hpp"

#include <fribidi.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace text {
namespace {

struct Range {
    CodePoint first, last;
};

template <std::size_t size>
bool is_in_ranges(const std::array<Range, size>& ranges, CodePoint code_point) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [=](Range range) { return range.first <= code_point && code_point <= range.last; });
}

struct LeadByte {
    std::size_t length; // of the whole sequence; 0: no character begins with this byte
    CodePoint min_second_byte,
        max_second_byte; // of the second byte: leaves out overlong forms, surrogates and what is past U+10FFFF
};

LeadByte decode_lead_byte(CodePoint byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte < 0xF0) return {3, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
    return {4, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
}

// Takes one character off the front.
CodePoint take_code_point(std::string_view& utf8) {
    const auto byte_at = [&](std::size_t i) {
        return static_cast<CodePoint>(static_cast<unsigned char>(utf8[i]));
    };
    auto [length, min_byte, max_byte] = decode_lead_byte(byte_at(0));
    CodePoint code_point = length < 2 ? byte_at(0) : byte_at(0) & (0x7FU >> length);
    std::size_t used_count = 1;
    for (; used_count < length && used_count < utf8.size(); ++used_count) {
        if (byte_at(used_count) < min_byte || byte_at(used_count) > max_byte) break;
        code_point = code_point << 6 | (byte_at(used_count) & 0x3FU);
        min_byte = 0x80;
        max_byte = 0xBF;
    }
    utf8.remove_prefix(used_count);
    return used_count == length ? code_point : replacement;
}

bool is_line_end(CodePoint code_point) {
    return (code_point >= '\n' && code_point <= '\r') || code_point == 0x85 || code_point == 0x2028 ||
           code_point == 0x2029;
}

bool is_dropped(CodePoint code_point) {
    constexpr std::array<Range, 7> dropped{
        {{0x0, 0x1F},
         {0x7F, 0x9F},
         {0xAD, 0xAD}, // a soft hyphen would need a visible one when the line breaks there
         {0xFEFF, 0xFEFF},
         {0xFFF9, 0xFFFB},
         {0x1D173, 0x1D17A},
         {0xE0000, 0xE00FF}}};
    return is_in_ranges(dropped, code_point);
}

// Spacing marks, which FriBidi counts as letters.
bool is_spacing_mark(CodePoint code_point) {
    if (code_point >= 0x0900 && code_point < 0x0D80) { // the scripts of India share one layout
        const CodePoint offset_in_block = code_point & 0x7F;
        return offset_in_block == 0x02 || offset_in_block == 0x03 ||
               (offset_in_block >= 0x3E && offset_in_block <= 0x4C) || offset_in_block == 0x57;
    }
    constexpr std::array<Range, 18> marks{{{0x0D82, 0x0D83},
                                           {0x0DCF, 0x0DDF},
                                           {0x0DF2, 0x0DF3},
                                           {0x0E33, 0x0E33},
                                           {0x0EB3, 0x0EB3},
                                           {0x0F3E, 0x0F3F},
                                           {0x0F7F, 0x0F7F},
                                           {0x102B, 0x103E},
                                           {0x1056, 0x1059},
                                           {0x105E, 0x1060},
                                           {0x1062, 0x1064},
                                           {0x1067, 0x106D},
                                           {0x1071, 0x1074},
                                           {0x1082, 0x108D},
                                           {0x108F, 0x108F},
                                           {0x109A, 0x109D},
                                           {0x17B4, 0x17D3},
                                           {0xAA7B, 0xAA7D}}};
    return is_in_ranges(marks, code_point);
}

} // namespace

CodePoints decode_text(std::string_view utf8) {
    constexpr int max_marks = 16; // on one letter: more only make a tower taller than the screen
    CodePoints code_points;
    code_points.reserve(utf8.size());
    int mark_count = 0;
    while (!utf8.empty()) {
        if (utf8.substr(0, 2) == "\r\n") utf8.remove_prefix(1);
        CodePoint code_point = take_code_point(utf8);
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
    constexpr CodePoint figure_space = 0x2007; // keeps a line together
    return code_point == ' ' || code_point == 0x1680 || code_point == 0x205F || code_point == 0x3000 ||
           (code_point >= 0x2000 && code_point <= 0x200A && code_point != figure_space);
}

bool is_formatting(CodePoint code_point) {
    constexpr std::array<Range, 5> formatting{
        {{0x061C, 0x061C}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}}};
    return is_in_ranges(formatting, code_point);
}

bool is_joiner(CodePoint code_point) {
    constexpr std::array<Range, 5> joiners{
        {{0x034F, 0x034F}, {0x180B, 0x180D}, {0x200C, 0x200D}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}}};
    return is_in_ranges(joiners, code_point);
}

bool is_combining(CodePoint code_point) {
    if (code_point < 0x300) return false;
    return is_joiner(code_point) || is_spacing_mark(code_point) ||
           fribidi_get_bidi_type(code_point) == FRIBIDI_TYPE_NSM;
}

} // namespace text
