#include "platform/turn.hpp"

#include "text/surface.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using platform::Turn;

namespace {

text::Surface blank(int width, int height) {
    return text::Surface(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
}

std::uint32_t& pixel(const SDL_Surface& surface, int x, int y) {
    return text::row_of(surface, y)[static_cast<std::size_t>(x)];
}

constexpr Turn all[] = {Turn::none, Turn::quarter, Turn::half, Turn::three_quarters};

} // namespace

TEST_CASE("a finger meets the pixel that it points at, however the panel hangs") {
    const int width = 50, height = 37; // of the picture, no multiple of anything
    for (const Turn turn : all) {
        CAPTURE(static_cast<int>(turn));
        const text::Surface picture = blank(width, height);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) pixel(*picture, x, y) = static_cast<std::uint32_t>(y * width + x);
        const bool sideways = is_sideways(turn);
        const text::Surface display = blank(sideways ? height : width, sideways ? width : height);
        copy_turned(turn, *picture, *display);
        for (int y = 0; y < display->h; ++y) {
            for (int x = 0; x < display->w; ++x) {
                const SDL_FPoint finger{(static_cast<float>(x) + 0.5F) / static_cast<float>(display->w),
                                        (static_cast<float>(y) + 0.5F) / static_cast<float>(display->h)};
                const SDL_FPoint at = on_picture(turn, finger);
                const int px = static_cast<int>(at.x * static_cast<float>(width));
                const int py = static_cast<int>(at.y * static_cast<float>(height));
                REQUIRE(pixel(*display, x, y) == static_cast<std::uint32_t>(py * width + px));
            }
        }
    }
}

TEST_CASE("a quarter turn is clockwise: the top of the picture stands on the right") {
    const text::Surface picture = blank(4, 2), display = blank(2, 4);
    pixel(*picture, 0, 0) = 1; // its upper left corner
    copy_turned(platform::turn_by(90), *picture, *display);
    CHECK(pixel(*display, 1, 0) == 1);
}

TEST_CASE("a display that is just being resized is left alone") {
    for (const Turn turn : all) {
        const text::Surface picture = blank(4, 2), display = blank(3, 3);
        pixel(*display, 1, 1) = 7;
        copy_turned(turn, *picture, *display);
        CHECK(pixel(*display, 1, 1) == 7);
    }
}
