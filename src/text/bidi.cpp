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

// Whether a letter adjoins, perhaps with a hyphen or the like between.
bool is_part_of_word(const Characters& characters, DigitGroup group) {
    const auto before = [&](std::size_t distance) {
        return group.begin >= distance ? characters[group.begin - distance] : ' ';
    };
    const auto after = [&](std::size_t distance) {
        return group.end + distance <= characters.size() ? characters[group.end + distance - 1] : ' ';
    };
    return is_left_to_right_letter(before(joins_digits(before(1)) ? 2 : 1)) ||
           is_left_to_right_letter(after(joins_digits(after(1)) ? 2 : 1));
}

} // namespace

std::vector<DigitGroup> digit_groups(const Characters& characters) {
    std::vector<DigitGroup> groups;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (!is_digit(characters[i])) continue;
        DigitGroup group{i, end_of_group(characters, i)};
        i = group.end - 1;
        if (group.begin > 0 && characters[group.begin - 1] == '+') --group.begin;
        if (!is_part_of_word(characters, group)) groups.push_back(group);
    }
    return groups;
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
