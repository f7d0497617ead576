// Direction: which way each character runs, and the order in which parts of a line stand from left to right.
#pragma once

#include "text/code_points.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace text {

using BidiLevel = signed char; // of the Unicode bidirectional algorithm: odd runs right to left

struct DigitGroup {
    std::size_t begin = 0, end = 0;
};

// Numbers such as 1-888-373-7888, 24/7 and 1-800-RUNAWAY, but not the 12 of K-12: a word that begins with a
// letter is no number.
std::vector<DigitGroup> digit_groups(const CodePoints& code_points);

bool has_right_to_left_letters(std::string_view utf8);

// One level per character.
std::vector<BidiLevel> embedding_levels(const CodePoints& code_points, bool is_right_to_left);

} // namespace text
