// Colors as they are drawn, and how well one can be told from another.
#pragma once

#include <cstdint>

namespace render {

// sRGB, not premultiplied; `a` is 255 where it is opaque.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

// The contrast ratio of two opaque colors by WCAG 2.2, 1 to 21.
double contrast_ratio(Color one, Color other);

} // namespace render
