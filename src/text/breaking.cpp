#include "text/breaking.hpp"

#include "text/bidi.hpp"

#include <linebreak.h>

#include <algorithm>

namespace text {
namespace {

constexpr Character stacker = 0x1039; // puts the next letter below the one before
constexpr Character killer = 0x103A;  // takes a letter's vowel: it ends the syllable
constexpr Character dot_below = 0x1037;

bool is_burmese(Character character) {
    return (character >= 0x1000 && character <= 0x109F) || (character >= 0xAA60 && character <= 0xAA7F) ||
           (character >= 0xA9E0 && character <= 0xA9FF);
}

bool is_burmese_letter(Character character) {
    const bool is_sign =
        character >= 0x1040 && character <= 0x104F && character != 0x104E; // digits, punctuation
    return is_burmese(character) && !is_sign && !extends(character);
}

// Burmese is written without spaces, and libunibreak does not know its syllables: each begins with a letter
// that is neither stacked nor the end of the one before.
bool begins_syllable(const Characters& characters, std::size_t i) {
    const auto at = [&](std::size_t place) { return place < characters.size() ? characters[place] : 0; };
    if (i == 0 || !is_burmese_letter(at(i)) || !is_burmese(at(i - 1)) || at(i - 1) == stacker) return false;
    const bool is_killed = at(i + 1) == killer || (at(i + 1) == dot_below && at(i + 2) == killer);
    const bool carries_stack = at(i + 1) == stacker;
    return !is_killed && !carries_stack;
}

// libunibreak 1.1 ends the program at regional indicators, and the text at U+FFFF. To both a letter is the
// same.
Characters harmless(Characters characters) {
    const auto harms = [](Character one) { return one == 0xFFFF || (one >= 0x1F1E6 && one <= 0x1F1FF); };
    std::replace_if(characters.begin(), characters.end(), harms, Character{'A'});
    return characters;
}

std::vector<char> library_breaks(const Characters& characters) {
    static const bool ready = (init_linebreak(), true);
    std::vector<char> breaks(characters.size(), LINEBREAK_NOBREAK);
    if (ready) set_linebreaks_utf32(harmless(characters).data(), characters.size(), nullptr, breaks.data());
    return breaks;
}

} // namespace

std::vector<Break> line_starts(const Characters& characters) {
    const std::vector<char> breaks = library_breaks(characters);
    std::vector<Break> starts(characters.size(), Break::none);
    for (std::size_t i = 1; i < characters.size(); ++i) {
        if (breaks[i - 1] == LINEBREAK_ALLOWBREAK)
            starts[i] = Break::word;
        else if (begins_syllable(characters, i))
            starts[i] = Break::syllable;
    }
    for (const DigitGroup& group : digit_groups(characters))
        for (std::size_t i = group.begin + 1; i < group.end; ++i) starts[i] = Break::none;
    return starts;
}

} // namespace text
