// Unicode characters, and what the rest of this folder asks about one of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

using Character = std::uint32_t; // as FriBidi and libunibreak take it
using Characters = std::vector<Character>;

inline constexpr Character replacement = 0xFFFD; // stands for what cannot be read, or that no font has
inline constexpr Character nothing = 0x2060;     // stands for what is left out: formatting, never painted

// Ill-formed UTF-8 becomes U+FFFD, line ends of every kind '\n', tabs spaces; other controls are dropped.
Characters decode(std::string_view utf8);

bool is_space(Character character);      // not shown at the end of a line
bool is_formatting(Character character); // steers direction or line breaks, is never painted
bool is_joiner(Character character);     // shapes its neighbours; a font need not have it
bool extends(Character character);       // a mark or joiner, which stays with the character before it

} // namespace text
