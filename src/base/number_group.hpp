// Splits a text into groups of digits and words of capital letters, and says what stands between
// them. written_number.hpp finds the numbers that they make.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace base {

// The characters of NumberGroup::joiner that matter to those who read it.
inline constexpr char joiner_space = 'S';
inline constexpr char joiner_opening = 'O'; // parenthesis
inline constexpr char joiner_closing = 'C';

// Digits, or capital letters, without anything between them that can be seen.
struct NumberGroup {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_word = false;
    std::string digits;                    // of a word, the digits of its keys
    std::string joiner;                    // the classes of the characters after the group before
    std::optional<std::size_t> plus_at;    // the plus sign directly before it
    std::optional<std::size_t> opening_at; // the parenthesis directly before it

    // Whether it may be a part of the same number as the group before it.
    bool is_joined() const;
};

// Returns the groups of a text in their order, with offsets in code points. Invisible characters
// are ignored.
std::vector<NumberGroup> split_number_groups(std::span<const std::uint32_t> code_points);

} // namespace base
