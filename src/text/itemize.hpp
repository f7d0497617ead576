// A text cut where the font, the direction or the script changes.
#pragma once

#include "text/bidi.hpp"
#include "text/font_manager.hpp"

#include <cstddef>
#include <vector>

namespace text {

inline constexpr int no_font = -1;

struct Item {
    std::size_t begin = 0, end = 0; // of the text's characters
    BidiLevel level = 0;
    int font = no_font; // none: formatting, never painted
    std::uint32_t script = 0;

    bool is_right_to_left() const { return level % 2 != 0; }
    bool has_same_font(const Item& other) const {
        return font == other.font && script == other.script && is_right_to_left() == other.is_right_to_left();
    }
};

// In the order of the text, with no gaps. Characters that no font has are appended to `missing`, and become
// U+FFFD in `characters`.
std::vector<Item> itemize(CodePoints& code_points, const std::vector<BidiLevel>& levels, const TextSpec& spec,
                          FontManager& fonts, std::vector<char32_t>& missing);

} // namespace text
