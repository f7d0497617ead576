// A text cut where the font, the direction or the script changes.
#pragma once

#include "text/bidi.hpp"
#include "text/fonts.hpp"

#include <cstddef>
#include <vector>

namespace text {

inline constexpr int no_font = -1;

struct Item {
    std::size_t begin = 0, end = 0; // of the text's characters
    Level level = 0;
    int font = no_font; // none: formatting, never painted
    std::uint32_t script = 0;

    bool right_to_left() const { return level % 2 != 0; }
    bool looks_like(const Item& other) const {
        return font == other.font && script == other.script && right_to_left() == other.right_to_left();
    }
};

// In the order of the text, with no gaps. Characters that no font has are appended to `missing`, and become
// U+FFFD in `characters`.
std::vector<Item> items(Characters& characters, const std::vector<Level>& levels, const Setting& setting,
                        Fonts& fonts, std::vector<char32_t>& missing);

} // namespace text
