#include "text/bidi.hpp"

#include "base/decimal_digit.hpp"
#include "base/written_number.hpp"

#include <fribidi.h>

#include <algorithm>
#include <span>

namespace text {
namespace {

bool is_digit(CodePoint code_point) {
    return code_point >= '0' && code_point <= '9';
}

bool is_digit_separator(CodePoint code_point) {
    constexpr CodePoint hyphen = 0x2010;
    constexpr CodePoint non_breaking_hyphen = 0x2011;
    return code_point == '-' || code_point == '.' || code_point == ',' || code_point == ':' ||
           code_point == '/' || code_point == hyphen || code_point == non_breaking_hyphen;
}

bool is_left_to_right_letter(CodePoint code_point) {
    return fribidi_get_bidi_type(code_point) == FRIBIDI_TYPE_LTR;
}

std::size_t end_of_group(const CodePoints& code_points, std::size_t begin) {
    std::size_t end = begin;
    const auto is_digit_at = [&](std::size_t i) {
        return i < code_points.size() && is_digit(code_points[i]);
    };
    while (is_digit_at(end) || (end < code_points.size() && is_digit_separator(code_points[end]) &&
                                is_digit_at(end + 1)))
        ++end;
    return end;
}

bool is_ascii_letter(CodePoint code_point) {
    return (code_point >= 'A' && code_point <= 'Z') || (code_point >= 'a' && code_point <= 'z');
}

// Returns the end of the letters and digits that follow a number, perhaps after a separator, as in
// 1-800-4-A-CHILD.
std::size_t end_of_word(const CodePoints& code_points, std::size_t end) {
    const auto is_word_part_at = [&](std::size_t i) {
        return i < code_points.size() &&
               (base::decimal_digit(code_points[i]) || is_ascii_letter(code_points[i]));
    };
    while (is_word_part_at(end) ||
           (end < code_points.size() && is_digit_separator(code_points[end]) &&
            is_word_part_at(end + 1)))
        ++end;
    return end;
}

// Returns whether a letter comes before `begin`, perhaps with a separator between them.
bool is_after_letter(const CodePoints& code_points, std::size_t begin) {
    const auto before = [&](std::size_t distance) {
        return begin >= distance ? code_points[begin - distance] : ' ';
    };
    return is_left_to_right_letter(before(is_digit_separator(before(1)) ? 2 : 1));
}

// Returns whether a letter comes after `end`, perhaps with a separator between them.
bool is_before_letter(const CodePoints& code_points, std::size_t end) {
    const auto after = [&](std::size_t distance) {
        return end + distance <= code_points.size() ? code_points[end + distance - 1] : ' ';
    };
    return is_left_to_right_letter(after(is_digit_separator(after(1)) ? 2 : 1));
}

bool is_right_to_left_digit(CodePoint code_point) {
    return fribidi_get_bidi_type(code_point) == FRIBIDI_TYPE_RTL;
}

// Returns the phone numbers, and what follows them without a space: the extension of 555-0123x12.
std::vector<DigitGroup> phone_numbers(const CodePoints& code_points) {
    std::vector<DigitGroup> groups;
    for (const base::WrittenNumber& number : base::find_numbers(std::span(code_points))) {
        if (number.kind == base::WrittenNumber::Kind::count) continue;
        const auto first = code_points.begin() + static_cast<std::ptrdiff_t>(number.begin);
        const auto last = code_points.begin() + static_cast<std::ptrdiff_t>(number.end);
        const bool is_right_to_left = std::any_of(first, last, is_right_to_left_digit);
        const std::size_t end =
            is_right_to_left ? number.end : end_of_word(code_points, number.end);
        if (groups.empty() || number.begin >= groups.back().end)
            groups.push_back({number.begin, end, is_right_to_left});
    }
    return groups;
}

} // namespace

std::vector<DigitGroup> digit_groups(const CodePoints& code_points) {
    const std::vector<DigitGroup> phones = phone_numbers(code_points);
    auto phone = phones.begin();
    std::vector<DigitGroup> groups;
    for (std::size_t i = 0; i < code_points.size(); ++i) {
        if (phone != phones.end() && i == phone->begin) {
            groups.push_back(*phone);
            i = phone->end - 1;
            ++phone;
            continue;
        }
        if (!is_digit(code_points[i])) continue;
        DigitGroup group{i, end_of_group(code_points, i)};
        const bool is_number = !is_after_letter(code_points, group.begin);
        if (is_number) group.end = end_of_word(code_points, group.end);
        // A phone number may follow a number without a space: 24/7/414-555-0123.
        if (phone != phones.end()) group.end = std::min(group.end, phone->begin);
        i = group.end - 1;
        if (group.begin > 0 && code_points[group.begin - 1] == '+') --group.begin;
        if (is_number && !is_before_letter(code_points, group.end)) groups.push_back(group);
    }
    return groups;
}

namespace {

bool is_right_to_left_letter(CodePoint code_point) {
    const FriBidiCharType type = fribidi_get_bidi_type(code_point);
    return FRIBIDI_IS_LETTER(type) && FRIBIDI_IS_RTL(type);
}

} // namespace

bool has_right_to_left_letters(std::string_view utf8) {
    // The first right-to-left letter is Hebrew, and in UTF-8 none of these letters has a smaller
    // lead byte than this. Most texts have no such byte, so they need not be decoded.
    constexpr unsigned char min_lead_byte = 0xD6;
    if (std::ranges::all_of(utf8, [](unsigned char byte) { return byte < min_lead_byte; }))
        return false;
    return std::ranges::any_of(decode_text(utf8), is_right_to_left_letter);
}

bool begins_with_right_to_left_letter(std::string_view utf8) {
    if (!has_right_to_left_letters(utf8)) return false;
    const CodePoints code_points = decode_text(utf8);
    const auto is_letter = [](CodePoint code_point) {
        return FRIBIDI_IS_LETTER(fribidi_get_bidi_type(code_point));
    };
    return is_right_to_left_letter(*std::ranges::find_if(code_points, is_letter));
}

std::vector<BidiLevel> embedding_levels(const CodePoints& code_points, bool is_right_to_left) {
    const auto length = static_cast<FriBidiStrIndex>(code_points.size());
    std::vector<FriBidiCharType> types(code_points.size());
    std::vector<FriBidiBracketType> brackets(code_points.size());
    fribidi_get_bidi_types(code_points.data(), length, types.data());
    fribidi_get_bracket_types(code_points.data(), length, types.data(), brackets.data());

    FriBidiParType direction = is_right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    std::vector<BidiLevel> levels(code_points.size());
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction,
                                            levels.data()) == 0)
        std::fill(levels.begin(), levels.end(), static_cast<BidiLevel>(is_right_to_left ? 1 : 0));
    return levels;
}

} // namespace text
