// Rotation for a panel that is mounted on its side or upside down: the picture is rotated on the
// display, and touches are rotated back.
#pragma once

#include <SDL.h>

namespace display {

// The rotation of the picture on the display. With clockwise_90, the top of the picture is at the
// right edge of the display.
enum class Rotation { none, clockwise_90, clockwise_180, clockwise_270 };

// Converts clockwise degrees, which must be 0, 90, 180 or 270.
Rotation rotation_from_degrees(int degrees);

// Returns whether width and height of the picture are swapped on the display.
inline bool swaps_axes(Rotation rotation) {
    return rotation == Rotation::clockwise_90 || rotation == Rotation::clockwise_270;
}

// Converts a position on the display to one on the picture. Coordinates are fractions of the width
// and the height, from 0 to 1.
SDL_FPoint to_canvas(Rotation rotation, SDL_FPoint position);

// Copies the picture, rotated, to `display`. Both must have the same pixel format of 32 bits per
// pixel. Does nothing if the sizes do not match: then the display is being resized, and another
// frame follows.
void copy_rotated(Rotation rotation, const SDL_Surface& canvas, SDL_Surface& display);

} // namespace display
