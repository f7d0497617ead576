#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace base {

namespace {

using Range = std::pair<char32_t, char32_t>;

// Combining marks and invisible format characters of the scripts that schools request. Whole blocks
// are enough to align the carets of error messages, so this is not the full Unicode database.
constexpr auto marks = std::to_array<Range>({
    {0x0300, 0x036F}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},   {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948},   {0x094D, 0x094D},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x102D, 0x1030},   {0x1032, 0x1037},
    {0x1039, 0x103A}, {0x103D, 0x103E}, {0x1058, 0x1059}, {0x105E, 0x1060},   {0x1071, 0x1074},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x10D24, 0x10D27},
});

// Characters that terminals show two columns wide, also by whole blocks.
constexpr auto wide = std::to_array<Range>({
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
});

bool is_in_ranges(const auto& ranges, char32_t character) {
    return std::ranges::any_of(ranges, [character](const Range& range) {
        return range.first <= character && character <= range.second;
    });
}

constexpr char32_t replacement = 0xFFFD;

// The meaning of the first byte of a sequence. For a byte that cannot be the first one,
// `following_count` is 0 and `bits` is the replacement character.
struct LeadByte {
    int following_count; // continuation bytes
    char32_t bits;       // the bits of the lead byte that belong to the code point
    char32_t min_value;  // the smallest code point that needs a sequence of this length
};

LeadByte decode_lead_byte(unsigned char byte) {
    if (byte < 0x80) return {0, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {1, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {2, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {3, byte & 0x07U, 0x10000};
    return {0, replacement, 0};
}

bool is_valid_code_point(char32_t value, char32_t min_value) {
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value >= min_value && value <= 0x10FFFF && !is_surrogate;
}

} // namespace

DecodedCharacter decode_first(std::string_view text) {
    const LeadByte lead_byte = decode_lead_byte(static_cast<unsigned char>(text[0]));
    char32_t character = lead_byte.bits;
    std::size_t end = 1;
    for (int remaining = lead_byte.following_count - 1; remaining >= 0; --remaining, ++end) {
        const auto byte = end < text.size() ? static_cast<unsigned char>(text[end]) : 0U;
        character = (character << 6U) | (byte & 0x3FU);
        const char32_t min_completed = character << (6 * remaining);
        if ((byte & 0xC0U) != 0x80U || !is_valid_code_point(min_completed, lead_byte.min_value))
            return {replacement, end, false};
    }
    const bool is_lead_byte = end > 1 || character < 0x80;
    return {character, end, is_lead_byte};
}

char32_t decode_next(std::string_view text, std::size_t& offset) {
    // Most characters are one byte, and the kiosk waits for this when it starts.
    if (const auto byte = static_cast<unsigned char>(text[offset]); byte < 0x80) {
        ++offset;
        return byte;
    }
    const DecodedCharacter decoded = decode_first(text.substr(offset));
    offset += decoded.is_valid ? decoded.size_bytes : 1;
    return decoded.character;
}

void append_utf8(std::string& text, char32_t character) {
    const auto append_byte = [&text](char32_t bits) { text += static_cast<char>(bits); };
    const auto append_continuation = [&](unsigned shift) {
        append_byte(0x80U | ((character >> shift) & 0x3FU));
    };
    if (character < 0x80) {
        append_byte(character);
        return;
    }
    if (character < 0x800) {
        append_byte(0xC0U | (character >> 6U));
    } else if (character < 0x10000) {
        append_byte(0xE0U | (character >> 12U));
        append_continuation(6);
    } else {
        append_byte(0xF0U | (character >> 18U));
        append_continuation(12);
        append_continuation(6);
    }
    append_continuation(0);
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        // A replacement character that is part of the text takes three bytes.
        if (decode_next(text, offset) == replacement && offset - start == 1) return start;
    }
    return std::nullopt;
}

int count_visible_characters(std::string_view text) {
    int count = 0;
    for (std::size_t offset = 0; offset < text.size();)
        count += terminal_columns(decode_next(text, offset)) > 0 ? 1 : 0;
    return count;
}

int terminal_columns(char32_t character) {
    constexpr char32_t first_mark = 0x0300;
    if (character < first_mark) return 1;
    if (is_in_ranges(marks, character)) return 0;
    return is_in_ranges(wide, character) ? 2 : 1;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

char to_lower_ascii(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string to_lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) letter = to_lower_ascii(letter);
    return lower;
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

} // namespace base
