// Finds the places where a line may break: UAX #14 (line breaking) as libunibreak implements it,
// and in addition the syllables of Burmese.
#pragma once

#include "text/code_points.hpp"

#include <vector>

namespace text {

enum class BreakKind : unsigned char {
    none,
    syllable, // Inside a Burmese phrase. It is readable, but a break at a space is better.
    word,
};

// Returns for each code point whether a new line may begin with it. The text must not contain '\n'.
// Numbers such as 1-888-373-7888 are never broken.
std::vector<BreakKind> break_opportunities(const CodePoints& code_points);

} // namespace text
