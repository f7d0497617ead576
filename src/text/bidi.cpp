#include "text/bidi.hpp"

#include <fribidi.h>

#include <algorithm>

namespace text {
namespace {

bool is_digit(Character character) {
    return character >= '0' && character <= '9';
}

bool joins_digits(Character character) {
    constexpr Character hyphen = 0x2010;
    constexpr Character non_breaking_hyphen = 0x2011;
    return character == '-' || character == '.' || character == ',' || character == ':' || character == '/' ||
           character == hyphen || character == non_breaking_hyphen;
}

bool is_left_to_right_letter(Character character) {
    return fribidi_get_bidi_type(character) == FRIBIDI_TYPE_LTR;
}

std::size_t end_of_group(const Characters& characters, std::size_t begin) {
    std::size_t end = begin;
    const auto digit_at = [&](std::size_t i) { return i < characters.size() && is_digit(characters[i]); };
    while (digit_at(end) || (end < characters.size() && joins_digits(characters[end]) && digit_at(end + 1)))
        ++end;
    return end;
}

bool is_ascii_letter(Character character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

// Past the letters that follow a number, perhaps with a hyphen or the like between: 1-800-4-A-CHILD.
std::size_t end_of_word(const Characters& characters, std::size_t end) {
    const auto part_at = [&](std::size_t i) {
        return i < characters.size() && (is_digit(characters[i]) || is_ascii_letter(characters[i]));
    };
    while (part_at(end) || (end < characters.size() && joins_digits(characters[end]) && part_at(end + 1)))
        ++end;
    return end;
}

// Whether a letter adjoins, perhaps with a hyphen or the like between.
bool follows_letter(const Characters& characters, std::size_t begin) {
    const auto before = [&](std::size_t distance) {
        return begin >= distance ? characters[begin - distance] : ' ';
    };
    return is_left_to_right_letter(before(joins_digits(before(1)) ? 2 : 1));
}

bool precedes_letter(const Characters& characters, std::size_t end) {
    const auto after = [&](std::size_t distance) {
        return end + distance <= characters.size() ? characters[end + distance - 1] : ' ';
    };
    return is_left_to_right_letter(after(joins_digits(after(1)) ? 2 : 1));
}

} // namespace

std::vector<DigitGroup> digit_groups(const Characters& characters) {
    std::vector<DigitGroup> groups;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (!is_digit(characters[i])) continue;
        DigitGroup group{i, end_of_group(characters, i)};
        const bool is_number = !follows_letter(characters, group.begin);
        if (is_number) group.end = end_of_word(characters, group.end);
        i = group.end - 1;
        if (group.begin > 0 && characters[group.begin - 1] == '+') --group.begin;
        if (is_number && !precedes_letter(characters, group.end)) groups.push_back(group);
    }
    return groups;
}

bool has_right_to_left_letters(std::string_view utf8) {
    constexpr unsigned char first = 0xd6; // that a letter of theirs begins with
    if (std::ranges::all_of(utf8, [](unsigned char byte) { return byte < first; })) return false;
    return std::ranges::any_of(decode(utf8), [](Character character) {
        const FriBidiCharType type = fribidi_get_bidi_type(character);
        return FRIBIDI_IS_LETTER(type) && FRIBIDI_IS_RTL(type);
    });
}

std::vector<Level> levels(const Characters& characters, bool right_to_left) {
    const auto length = static_cast<FriBidiStrIndex>(characters.size());
    std::vector<FriBidiCharType> types(characters.size());
    std::vector<FriBidiBracketType> brackets(characters.size());
    fribidi_get_bidi_types(characters.data(), length, types.data());
    fribidi_get_bracket_types(characters.data(), length, types.data(), brackets.data());

    FriBidiParType direction = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    std::vector<Level> levels(characters.size());
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction, levels.data()) ==
        0)
        std::fill(levels.begin(), levels.end(), static_cast<Level>(right_to_left ? 1 : 0));
    return levels;
}

} // namespace text
