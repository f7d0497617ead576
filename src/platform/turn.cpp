#include "platform/turn.hpp"

#include "text/surface.hpp"

#include <algorithm>

namespace platform {

namespace {

Uint32* row(const SDL_Surface& surface, int y) {
    return text::row_of(surface, y).data();
}

// In squares that fit into the cache: one of the two sides is read against its grain.
void copy_sideways(const SDL_Surface& picture, SDL_Surface& display, bool clockwise) {
    constexpr int square = 32;
    for (int top = 0; top < display.h; top += square) {
        for (int left = 0; left < display.w; left += square) {
            const int bottom = std::min(top + square, display.h), right = std::min(left + square, display.w);
            for (int x = left; x < right; ++x) {
                const Uint32* from = row(picture, clockwise ? picture.h - 1 - x : x);
                for (int y = top; y < bottom; ++y) row(display, y)[x] = from[clockwise ? y : picture.w - 1 - y];
            }
        }
    }
}

} // namespace

Turn turn_by(int degrees) {
    return static_cast<Turn>(degrees / 90 % 4);
}

SDL_FPoint on_picture(Turn turn, SDL_FPoint at) {
    switch (turn) {
    case Turn::quarter:
        return {at.y, 1 - at.x};
    case Turn::half:
        return {1 - at.x, 1 - at.y};
    case Turn::three_quarters:
        return {1 - at.y, at.x};
    case Turn::none:
        break;
    }
    return at;
}

void copy_turned(Turn turn, const SDL_Surface& picture, SDL_Surface& display) {
    const bool sideways = is_sideways(turn);
    if (display.w != (sideways ? picture.h : picture.w) || display.h != (sideways ? picture.w : picture.h))
        return;
    if (sideways) return copy_sideways(picture, display, turn == Turn::quarter);
    for (int y = 0; y < display.h; ++y) {
        const Uint32* from = row(picture, turn == Turn::half ? picture.h - 1 - y : y);
        if (turn == Turn::half)
            std::reverse_copy(from, from + picture.w, row(display, y));
        else
            std::copy(from, from + picture.w, row(display, y));
    }
}

} // namespace platform
