// Decodes text to Unicode code points, and returns the properties of a code point that text layout
// needs. The general category comes from HarfBuzz, which SDL_ttf loads anyway.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

// The type that FriBidi, HarfBuzz and libunibreak use.
using CodePoint = std::uint32_t;
using CodePoints = std::vector<CodePoint>;

// Replaces ill-formed UTF-8, and characters that no font has.
inline constexpr CodePoint replacement = 0xFFFD;

// Replaces combining marks that no font has. It is a formatting character, so it is never drawn.
inline constexpr CodePoint word_joiner = 0x2060;

// Decodes UTF-8 for layout. Each ill-formed sequence becomes U+FFFD, each kind of line end becomes
// '\n', and each tab becomes a space. Other control characters are dropped, and so is every mark
// after the 16th on one letter.
CodePoints decode_text(std::string_view utf8);

// Returns whether the code point is a space that is not drawn at the end of a line.
bool is_space(CodePoint code_point);

// Returns whether the code point only controls direction or line breaking and is never drawn.
bool is_formatting(CodePoint code_point);

// Returns whether the code point only affects the shape of its neighbors, so that a font need not
// have it.
bool is_joiner(CodePoint code_point);

// Returns whether the code point is a mark or a joiner, which stays with the character before it.
bool is_combining(CodePoint code_point);

} // namespace text
