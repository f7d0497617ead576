#include "text/characters.hpp"

#include <fribidi.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace text {
namespace {

struct Range {
    Character first, last;
};

template <std::size_t size>
bool within(const std::array<Range, size>& ranges, Character character) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [=](Range range) { return range.first <= character && character <= range.last; });
}

struct Lead {
    std::size_t length; // of the whole sequence; 0: no character begins with this byte
    Character lowest,
        highest; // of the second byte: leaves out overlong forms, surrogates and what is past U+10FFFF
};

Lead lead(Character byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte < 0xF0) return {3, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
    return {4, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
}

// Takes one character off the front.
Character take(std::string_view& utf8) {
    const auto byte_at = [&](std::size_t i) {
        return static_cast<Character>(static_cast<unsigned char>(utf8[i]));
    };
    auto [length, lowest, highest] = lead(byte_at(0));
    Character character = length < 2 ? byte_at(0) : byte_at(0) & (0x7FU >> length);
    std::size_t used = 1;
    for (; used < length && used < utf8.size(); ++used) {
        if (byte_at(used) < lowest || byte_at(used) > highest) break;
        character = character << 6 | (byte_at(used) & 0x3FU);
        lowest = 0x80;
        highest = 0xBF;
    }
    utf8.remove_prefix(used);
    return used == length ? character : replacement;
}

bool ends_line(Character character) {
    return (character >= '\n' && character <= '\r') || character == 0x85 || character == 0x2028 ||
           character == 0x2029;
}

bool is_dropped(Character character) {
    constexpr std::array<Range, 7> dropped{
        {{0x0, 0x1F},
         {0x7F, 0x9F},
         {0xAD, 0xAD}, // a soft hyphen would need a visible one when the line breaks there
         {0xFEFF, 0xFEFF},
         {0xFFF9, 0xFFFB},
         {0x1D173, 0x1D17A},
         {0xE0000, 0xE00FF}}};
    return within(dropped, character);
}

// Spacing marks, which FriBidi counts as letters.
bool is_spacing_mark(Character character) {
    if (character >= 0x0900 && character < 0x0D80) { // the scripts of India share one layout
        const Character place = character & 0x7F;
        return place == 0x02 || place == 0x03 || (place >= 0x3E && place <= 0x4C) || place == 0x57;
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
    return within(marks, character);
}

} // namespace

Characters decode(std::string_view utf8) {
    constexpr int most_marks = 16; // on one letter: more only make a tower taller than the screen
    Characters characters;
    characters.reserve(utf8.size());
    int marks = 0;
    while (!utf8.empty()) {
        if (utf8.substr(0, 2) == "\r\n") utf8.remove_prefix(1);
        Character character = take(utf8);
        if (character == '\t') character = ' ';
        if (ends_line(character))
            character = '\n';
        else if (is_dropped(character))
            continue;
        marks = extends(character) ? marks + 1 : 0;
        if (marks <= most_marks) characters.push_back(character);
    }
    return characters;
}

bool is_space(Character character) {
    constexpr Character figure_space = 0x2007; // keeps a line together
    return character == ' ' || character == 0x1680 || character == 0x205F || character == 0x3000 ||
           (character >= 0x2000 && character <= 0x200A && character != figure_space);
}

bool is_formatting(Character character) {
    constexpr std::array<Range, 5> formatting{
        {{0x061C, 0x061C}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}}};
    return within(formatting, character);
}

bool is_joiner(Character character) {
    constexpr std::array<Range, 5> joiners{
        {{0x034F, 0x034F}, {0x180B, 0x180D}, {0x200C, 0x200D}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}}};
    return within(joiners, character);
}

bool extends(Character character) {
    if (character < 0x300) return false;
    return is_joiner(character) || is_spacing_mark(character) ||
           fribidi_get_bidi_type(character) == FRIBIDI_TYPE_NSM;
}

} // namespace text
