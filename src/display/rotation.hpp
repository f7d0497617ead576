// A panel that hangs on its side: the picture is turned on the display, and what a finger touches is turned
// back.
#pragma once

#include <SDL.h>

namespace display {

// Clockwise on the display, as a visitor would have to turn the panel back.
enum class Rotation { none, clockwise_90, clockwise_180, clockwise_270 };

Rotation rotation_from_degrees(int degrees); // 0, 90, 180 or 270

inline bool swaps_axes(Rotation rotation) {
    return rotation == Rotation::clockwise_90 || rotation == Rotation::clockwise_270;
}

// A place on the display, each coordinate a share of its side from 0 to 1, as a place on the picture.
SDL_FPoint to_canvas(Rotation rotation, SDL_FPoint on_display);

// Copies a picture of 32 bits a pixel onto a display of the same format. Where the sizes do not match, nothing
// happens: the display is being resized, and another picture follows.
void copy_rotated(Rotation rotation, const SDL_Surface& canvas, SDL_Surface& display);

} // namespace display
