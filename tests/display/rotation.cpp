#include "display/rotation.hpp"

#include "text/surface.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using display::Rotation;

namespace {

text::SurfacePtr make_surface(int width, int height) {
    return text::SurfacePtr(
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
}

std::uint32_t& pixel(const SDL_Surface& surface, int x, int y) {
    return text::pixel_row(surface, y)[static_cast<std::size_t>(x)];
}

constexpr Rotation all_rotations[] = {Rotation::none, Rotation::clockwise_90,
                                      Rotation::clockwise_180, Rotation::clockwise_270};

} // namespace

TEST_CASE("a touch maps to the pixel under the finger in every rotation") {
    const int width = 50, height = 37; // of the picture, no multiples of the block size
    for (const Rotation rotation : all_rotations) {
        CAPTURE(static_cast<int>(rotation));
        const text::SurfacePtr canvas = make_surface(width, height);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                pixel(*canvas, x, y) = static_cast<std::uint32_t>(y * width + x);
        const bool is_swapped = display::swaps_axes(rotation);
        const text::SurfacePtr display =
            make_surface(is_swapped ? height : width, is_swapped ? width : height);
        display::copy_rotated(rotation, *canvas, *display);
        for (int y = 0; y < display->h; ++y) {
            for (int x = 0; x < display->w; ++x) {
                const SDL_FPoint finger{
                    (static_cast<float>(x) + 0.5F) / static_cast<float>(display->w),
                    (static_cast<float>(y) + 0.5F) / static_cast<float>(display->h)};
                const SDL_FPoint position = display::to_canvas(rotation, finger);
                const int px = static_cast<int>(position.x * static_cast<float>(width));
                const int py = static_cast<int>(position.y * static_cast<float>(height));
                REQUIRE(pixel(*display, x, y) == static_cast<std::uint32_t>(py * width + px));
            }
        }
    }
}

TEST_CASE("a rotation by 90 degrees puts the top of the picture at the right edge of the display") {
    const text::SurfacePtr canvas = make_surface(4, 2), display = make_surface(2, 4);
    pixel(*canvas, 0, 0) = 1; // the upper left corner
    display::copy_rotated(display::rotation_from_degrees(90), *canvas, *display);
    CHECK(pixel(*display, 1, 0) == 1);
}

TEST_CASE("a display of another size than the picture is not written to") {
    for (const Rotation rotation : all_rotations) {
        const text::SurfacePtr canvas = make_surface(4, 2), display = make_surface(3, 3);
        pixel(*display, 1, 1) = 7;
        display::copy_rotated(rotation, *canvas, *display);
        CHECK(pixel(*display, 1, 1) == 7);
    }
}
