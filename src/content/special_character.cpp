#include "content/special_character.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace content {

namespace {

using Range = std::pair<char32_t, char32_t>;

struct SpecialRange {
    char32_t first;
    char32_t last;
    CharacterKind kind;
    std::string_view name; // continues "U+00A0, ..."
};

using enum CharacterKind;

constexpr std::string_view emoji_name = "an emoji";
constexpr std::string_view private_name = "a bullet or sign of another program";
constexpr std::string_view filler_name = "an empty letter";
constexpr std::string_view selector_name = "a variation selector";
constexpr std::string_view format_name = "an invisible format character";

// In the order of the code points. The emoji are those that are drawn in color by default.
constexpr auto special_ranges = std::to_array<SpecialRange>({
    {0x0000, 0x0008, control, "a control character"},
    {0x000B, 0x001F, control, "a control character"},
    {0x007F, 0x0084, control, "a control character"},
    {0x0085, 0x0085, blank, "a line separator"},
    {0x0086, 0x009F, control, "a control character"},
    {0x00A0, 0x00A0, no_break_blank, "a no-break space"},
    {0x00AD, 0x00AD, invisible, "a soft hyphen"},
    {0x034F, 0x034F, variation_selector, "a grapheme joiner"},
    {0x0370, 0x03FF, lookalike, "a Greek letter"},
    {0x0400, 0x052F, lookalike, "a Cyrillic letter"},
    {0x061C, 0x061C, direction_mark, "a direction mark"},
    {0x115F, 0x1160, invisible, filler_name},
    {0x1680, 0x1680, blank, "a space of another script"},
    {0x17B4, 0x17B5, invisible, filler_name},
    {0x180B, 0x180D, variation_selector, selector_name},
    {0x180E, 0x180E, variation_selector, "a vowel separator"},
    {0x180F, 0x180F, variation_selector, selector_name},
    {0x2000, 0x2006, blank, "a wide space"},
    {0x2007, 0x2007, no_break_blank, "a space as wide as a digit"},
    {0x2008, 0x2008, blank, "a wide space"},
    {0x2009, 0x200A, no_break_blank, "a thin space"},
    {0x200B, 0x200B, word_break, "a zero-width space"},
    {0x200C, 0x200C, joiner, "a zero-width non-joiner"},
    {0x200D, 0x200D, joiner, "a zero-width joiner"},
    {0x200E, 0x200F, direction_mark, "a direction mark"},
    {0x2028, 0x2029, blank, "a line separator"},
    {0x202A, 0x202E, direction_override, "a direction control"},
    {0x202F, 0x202F, no_break_blank, "a narrow no-break space"},
    {0x205F, 0x205F, blank, "a space of mathematics"},
    {0x2060, 0x2060, invisible, "a word joiner"},
    {0x2061, 0x2065, invisible, format_name},
    {0x2066, 0x2069, direction_mark, "a direction isolate"},
    {0x206A, 0x206F, invisible, format_name},
    {0x231A, 0x231B, emoji, emoji_name},
    {0x23E9, 0x23EC, emoji, emoji_name},
    {0x23F0, 0x23F0, emoji, emoji_name},
    {0x23F3, 0x23F3, emoji, emoji_name},
    {0x25FD, 0x25FE, emoji, emoji_name},
    {0x2614, 0x2615, emoji, emoji_name},
    {0x2648, 0x2653, emoji, emoji_name},
    {0x267F, 0x267F, emoji, emoji_name},
    {0x2693, 0x2693, emoji, emoji_name},
    {0x26A1, 0x26A1, emoji, emoji_name},
    {0x26AA, 0x26AB, emoji, emoji_name},
    {0x26BD, 0x26BE, emoji, emoji_name},
    {0x26C4, 0x26C5, emoji, emoji_name},
    {0x26CE, 0x26CE, emoji, emoji_name},
    {0x26D4, 0x26D4, emoji, emoji_name},
    {0x26EA, 0x26EA, emoji, emoji_name},
    {0x26F2, 0x26F3, emoji, emoji_name},
    {0x26F5, 0x26F5, emoji, emoji_name},
    {0x26FA, 0x26FA, emoji, emoji_name},
    {0x26FD, 0x26FD, emoji, emoji_name},
    {0x2705, 0x2705, emoji, emoji_name},
    {0x270A, 0x270B, emoji, emoji_name},
    {0x2728, 0x2728, emoji, emoji_name},
    {0x274C, 0x274C, emoji, emoji_name},
    {0x274E, 0x274E, emoji, emoji_name},
    {0x2753, 0x2755, emoji, emoji_name},
    {0x2757, 0x2757, emoji, emoji_name},
    {0x2795, 0x2797, emoji, emoji_name},
    {0x27B0, 0x27B0, emoji, emoji_name},
    {0x27BF, 0x27BF, emoji, emoji_name},
    {0x2800, 0x2800, invisible, "an empty Braille cell"},
    {0x2B1B, 0x2B1C, emoji, emoji_name},
    {0x2B50, 0x2B50, emoji, emoji_name},
    {0x2B55, 0x2B55, emoji, emoji_name},
    {0x3000, 0x3000, blank, "a wide space"},
    {0x3164, 0x3164, invisible, filler_name},
    {0xE000, 0xF8FF, private_use, private_name},
    {0xFDD0, 0xFDEF, replacement, "not a character"},
    {0xFE00, 0xFE0F, variation_selector, selector_name},
    {0xFEFF, 0xFEFF, invisible, "a byte order mark"},
    {0xFF01, 0xFF5E, lookalike, "a wide letter or sign"},
    {0xFFA0, 0xFFA0, invisible, filler_name},
    {0xFFF0, 0xFFFB, invisible, format_name},
    {0xFFFC, 0xFFFC, replacement, "the place of a picture"},
    {0xFFFD, 0xFFFD, replacement, "the sign for a letter that was lost"},
    {0xFFFE, 0xFFFF, replacement, "not a character"},
    {0x1BCA0, 0x1BCA3, invisible, format_name},
    {0x1D173, 0x1D17A, invisible, format_name},
    {0x1F004, 0x1F004, emoji, emoji_name},
    {0x1F0CF, 0x1F0CF, emoji, emoji_name},
    {0x1F18E, 0x1F18E, emoji, emoji_name},
    {0x1F191, 0x1F19A, emoji, emoji_name},
    {0x1F1E6, 0x1F251, emoji, emoji_name},
    {0x1F300, 0x1F64F, emoji, emoji_name},
    {0x1F680, 0x1F6FF, emoji, emoji_name},
    {0x1F7E0, 0x1F7F0, emoji, emoji_name},
    {0x1F90C, 0x1F9FF, emoji, emoji_name},
    {0x1FA70, 0x1FAFF, emoji, emoji_name},
    {0xE0000, 0xE00FF, invisible, "an invisible tag"},
    {0xE0100, 0xE01EF, variation_selector, selector_name},
    {0xE01F0, 0xE0FFF, invisible, format_name},
    {0xF0000, 0x10FFFF, private_use, private_name},
});

static_assert(std::ranges::is_sorted(special_ranges, {}, &SpecialRange::first));

// Most characters of a content file are of the keyboard, and none of those is special.
bool is_of_keyboard(char32_t character) {
    return character >= U' ' && character <= U'~';
}
static_assert(std::ranges::none_of(special_ranges, [](const SpecialRange& range) {
    return range.first <= U'~' && range.last >= U' ';
}));

const SpecialRange* find(char32_t character) {
    if (is_of_keyboard(character)) return nullptr;
    const auto* const found =
        std::ranges::lower_bound(special_ranges, character, {}, &SpecialRange::last);
    return found != special_ranges.end() && found->first <= character ? found : nullptr;
}

bool is_in_ranges(const auto& ranges, char32_t character) {
    return std::ranges::any_of(ranges, [character](const Range& range) {
        return range.first <= character && character <= range.second;
    });
}

// Cyrillic and Greek letters, each above the Latin letter that looks the same.
constexpr std::u32string_view lookalikes = U"аеорсухіјѕһАВЕКМНОРСТХІЈЅαοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
constexpr std::string_view latin_letters = "aeopcyxijshABEKMHOPCTXIJSaoABEZHIKMNOPTYX";
static_assert(lookalikes.size() == latin_letters.size());

constexpr char32_t wide_minus_ascii = 0xFEE0;

// What Windows-1252 has from 0x80 to 0x9F. A space stands for a byte that it does not use.
constexpr std::u32string_view windows_characters = U"€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
static_assert(windows_characters.size() == 32);

// The bullets of Word, in the fonts Symbol and Wingdings, which are moved to U+F000.
constexpr auto word_bullets = std::to_array<char32_t>(
    {0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0E8, 0xF076, 0xF0FC, 0xF06C, 0xF06E, 0xF071, 0xF0D5});

} // namespace

CharacterKind kind_of(char32_t character) {
    const SpecialRange* const found = find(character);
    return found == nullptr ? ordinary : found->kind;
}

std::string describe(char32_t character) {
    const auto number = static_cast<std::uint32_t>(character);
    const SpecialRange* const found = find(character);
    if (found == nullptr) return fmt::format("U+{:04X}", number);
    return fmt::format("U+{:04X}, {}", number, found->name);
}

std::string meant_text(char32_t character) {
    std::string text;
    const CharacterKind kind = kind_of(character);
    if (kind == lookalike) {
        const std::size_t index = lookalikes.find(character);
        if (index != std::u32string_view::npos)
            text = latin_letters[index];
        else if (character >= 0xFF01)
            base::append_utf8(text, character - wide_minus_ascii);
    } else if (kind == control && character >= 0x80) {
        const char32_t meant = windows_characters[character - 0x80];
        if (meant != U' ') base::append_utf8(text, meant);
    } else if (std::ranges::find(word_bullets, character) != word_bullets.end()) {
        text = "•";
    }
    return text;
}

bool is_unseen(char32_t character) {
    switch (kind_of(character)) {
    case joiner:
    case word_break:
    case variation_selector:
    case direction_mark:
    case direction_override:
    case invisible:
    case control:
        return true;
    default:
        return false;
    }
}

bool is_blank(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t character = base::decode_next(text, offset);
        const CharacterKind kind = kind_of(character);
        const bool is_space = character == U' ' || character == U'\t' || character == U'\n' ||
                              kind == blank || kind == no_break_blank;
        if (!is_space && !is_unseen(character)) return false;
    }
    return true;
}

bool is_right_to_left_letter(char32_t character) {
    constexpr auto ranges = std::to_array<Range>({{0x05D0, 0x05F2},
                                                  {0x0620, 0x064A},
                                                  {0x066E, 0x06D5},
                                                  {0x06EE, 0x06EF},
                                                  {0x06FA, 0x07BF},
                                                  {0x07C0, 0x08FF},
                                                  {0xFB1D, 0xFDCF},
                                                  {0xFDF0, 0xFDFF},
                                                  {0xFE70, 0xFEFC},
                                                  {0x10800, 0x10CFF},
                                                  {0x10D00, 0x10D23},
                                                  {0x10E80, 0x10FFF},
                                                  {0x1E800, 0x1E943}});
    return character >= ranges.front().first && is_in_ranges(ranges, character);
}

bool is_joining_letter(char32_t character) {
    constexpr auto ranges = std::to_array<Range>({{0x0590, 0x109F},
                                                  {0x1700, 0x1CFF},
                                                  {0xA800, 0xABFF},
                                                  {0xFB1D, 0xFDFF},
                                                  {0xFE70, 0xFEFE},
                                                  {0x10800, 0x11FFF},
                                                  {0x1E800, 0x1E95F}});
    return is_in_ranges(ranges, character);
}

bool is_letter_without_spaces(char32_t character) {
    constexpr auto ranges = std::to_array<Range>({{0x0E00, 0x109F},
                                                  {0x1780, 0x17FF},
                                                  {0x1900, 0x1AAF},
                                                  {0x1B00, 0x1B7F},
                                                  {0x3040, 0x9FFF},
                                                  {0xA9E0, 0xAADF}});
    return is_in_ranges(ranges, character);
}

} // namespace content
