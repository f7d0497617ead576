#include "display/rotation.hpp"

#include "text/surface.hpp"

#include <algorithm>

namespace display {

namespace {

Uint32* row_pixels(const SDL_Surface& surface, int y) {
    return text::pixel_row(surface, y).data();
}

// Copies in blocks that fit into the processor's cache, because one of the two images is accessed
// column by column.
void copy_with_swapped_axes(const SDL_Surface& canvas, SDL_Surface& display, bool is_clockwise) {
    constexpr int block_px = 32;
    for (int top = 0; top < display.h; top += block_px) {
        for (int left = 0; left < display.w; left += block_px) {
            const int bottom = std::min(top + block_px, display.h),
                      right = std::min(left + block_px, display.w);
            for (int x = left; x < right; ++x) {
                const Uint32* source_row = row_pixels(canvas, is_clockwise ? canvas.h - 1 - x : x);
                for (int y = top; y < bottom; ++y)
                    row_pixels(display, y)[x] = source_row[is_clockwise ? y : canvas.w - 1 - y];
            }
        }
    }
}

} // namespace

Rotation rotation_from_degrees(int degrees) {
    return static_cast<Rotation>(degrees / 90 % 4);
}

SDL_FPoint to_canvas(Rotation rotation, SDL_FPoint position) {
    switch (rotation) {
    case Rotation::clockwise_90:
        return {position.y, 1 - position.x};
    case Rotation::clockwise_180:
        return {1 - position.x, 1 - position.y};
    case Rotation::clockwise_270:
        return {1 - position.y, position.x};
    case Rotation::none:
        break;
    }
    return position;
}

void copy_rotated(Rotation rotation, const SDL_Surface& canvas, SDL_Surface& display) {
    const bool is_swapped = swaps_axes(rotation);
    if (display.w != (is_swapped ? canvas.h : canvas.w) ||
        display.h != (is_swapped ? canvas.w : canvas.h))
        return;
    if (is_swapped)
        return copy_with_swapped_axes(canvas, display, rotation == Rotation::clockwise_90);
    for (int y = 0; y < display.h; ++y) {
        const Uint32* source_row =
            row_pixels(canvas, rotation == Rotation::clockwise_180 ? canvas.h - 1 - y : y);
        if (rotation == Rotation::clockwise_180)
            std::reverse_copy(source_row, source_row + canvas.w, row_pixels(display, y));
        else
            std::copy(source_row, source_row + canvas.w, row_pixels(display, y));
    }
}

} // namespace display
