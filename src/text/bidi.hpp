// Text direction: the embedding level of each character (UAX #9, the Unicode bidirectional
// algorithm), and the phone numbers that must read from left to right in any paragraph.
#pragma once

#include "text/code_points.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace text {

// An embedding level as UAX #9 defines it: even levels run from left to right, odd levels from
// right to left.
using BidiLevel = signed char;

// Offsets of a number in a text, in code points. `end` is one past the last one.
struct DigitGroup {
    std::size_t begin = 0;
    std::size_t end = 0;

    // Whether its digits run from right to left, as those of N'Ko and Adlam do. All others, also
    // those of Arabic, run from left to right.
    bool is_right_to_left = false;
};

// Returns the parts of a text that must keep their order, in the order of the text: phone numbers
// as base::find_numbers() finds them, and other numbers such as 24/7. The 12 of K-12 is not one of
// them, because a word that begins with a letter is not a number.
std::vector<DigitGroup> digit_groups(const CodePoints& code_points);

// Returns whether the text has a letter of Arabic, Hebrew or another script that runs from right to
// left.
bool has_right_to_left_letters(std::string_view utf8);

// Returns whether the first letter of the text is one of those.
bool begins_with_right_to_left_letter(std::string_view utf8);

// Returns one level per code point. `is_right_to_left` is the direction of the paragraph.
std::vector<BidiLevel> embedding_levels(const CodePoints& code_points, bool is_right_to_left);

} // namespace text
