// Splits a text wherever the font, the direction or the script changes.
#pragma once

#include "text/bidi.hpp"
#include "text/font_manager.hpp"

#include <cstddef>
#include <vector>

namespace text {

inline constexpr int no_font = -1;

// A part of a text with one font, one embedding level and one script.
struct Item {
    // Offsets in the text, in code points. `end` is one past the last one.
    std::size_t begin = 0;
    std::size_t end = 0;

    BidiLevel level = 0;
    int font = no_font; // index of the font manager; no_font for formatting characters, which are
                        // never drawn
    std::uint32_t script = 0; // see Script::tag

    bool is_right_to_left() const { return level % 2 != 0; }
    bool has_same_font(const Item& other) const {
        return font == other.font && script == other.script &&
               is_right_to_left() == other.is_right_to_left();
    }
};

// Returns the items in the order of the text, without gaps. `levels` has one level per code point.
// Characters that no font has are appended to `missing`, and in `code_points` they become U+FFFD.
std::vector<Item> itemize(CodePoints& code_points, const std::vector<BidiLevel>& levels,
                          const TextSpec& spec, FontManager& fonts, std::vector<char32_t>& missing);

} // namespace text
