// Colors of the sRGB color space, and their contrast.
#pragma once

#include <cstdint>

namespace render {

// Components from 0 to 255, not premultiplied. An alpha of 255 is opaque.
struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    bool operator==(const Color&) const = default;
};

// Returns the contrast ratio of two opaque colors as WCAG 2.2 defines it, from 1 to 21.
double contrast_ratio(Color one, Color other);

} // namespace render
