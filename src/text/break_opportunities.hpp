// Where a line may end.
#pragma once

#include "text/code_points.hpp"

#include <vector>

namespace text {

enum class BreakKind : unsigned char {
    none,
    syllable, // inside a Burmese phrase: readable, but a space is better
    word,
};

// For each character, whether a new line may begin with it. The text has no '\n'.
std::vector<BreakKind> break_opportunities(const CodePoints& code_points);

} // namespace text
