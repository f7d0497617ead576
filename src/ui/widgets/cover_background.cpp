#include "ui/widgets/cover_background.hpp"

#include <array>
#include <cmath>

namespace ui {

namespace {

// The thresholds of ordered dithering: neighbors differ as much as possible.
constexpr std::array thresholds{0.0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875};

// Returns the channel of a row at `fraction` of the way from `top` to `bottom`. Rows around a step
// alternate between its two values, so that the step is not visible.
std::uint8_t dithered_channel(std::uint8_t top, std::uint8_t bottom, double fraction,
                              std::size_t row) {
    const double value = std::lerp(static_cast<double>(top), static_cast<double>(bottom), fraction);
    return static_cast<std::uint8_t>(std::floor(value + thresholds[row % thresholds.size()]));
}

} // namespace

// Each row has one color, because SDL fills rectangles much faster than it draws an image of this
// size. Rows of the same color are one rectangle.
void draw_cover_background(Frame& frame) {
    const render::Color top = frame.palette().cover_top, bottom = frame.palette().background;
    const render::Rect screen = frame.screen();
    const auto row_count = static_cast<std::size_t>(screen.h);
    const auto color_at = [&](std::size_t row) -> render::Color {
        const double fraction = static_cast<double>(row) / screen.h;
        return {dithered_channel(top.r, bottom.r, fraction, row),
                dithered_channel(top.g, bottom.g, fraction, row),
                dithered_channel(top.b, bottom.b, fraction, row), 255};
    };
    for (std::size_t first = 0; first < row_count;) {
        const render::Color color = color_at(first);
        std::size_t end = first + 1;
        while (end < row_count && color_at(end) == color) ++end;
        frame.fill_rect({0, static_cast<double>(first), screen.w, static_cast<double>(end - first)},
                        color);
        first = end;
    }
}

} // namespace ui
