// Unicode characters, and what the rest of this folder asks about one of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

using CodePoint = std::uint32_t; // as FriBidi and libunibreak take it
using CodePoints = std::vector<CodePoint>;

inline constexpr CodePoint replacement = 0xFFFD; // stands for what cannot be read, or that no font has
inline constexpr CodePoint word_joiner = 0x2060; // stands for what is left out: formatting, never painted

// Ill-formed UTF-8 becomes U+FFFD, line ends of every kind '\n', tabs spaces; other controls are dropped.
CodePoints decode_text(std::string_view utf8);

bool is_space(CodePoint code_point);      // not shown at the end of a line
bool is_formatting(CodePoint code_point); // steers direction or line breaks, is never painted
bool is_joiner(CodePoint code_point);     // shapes its neighbours; a font need not have it
bool is_combining(CodePoint code_point);  // a mark or joiner, which stays with the character before it

} // namespace text
