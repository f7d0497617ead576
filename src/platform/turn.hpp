// A panel that hangs on its side: the picture is turned on the display, and what a finger touches is turned
// back.
#pragma once

#include <SDL.h>

namespace platform {

// Clockwise on the display, as a visitor would have to turn the panel back.
enum class Turn { none, quarter, half, three_quarters };

Turn turn_by(int degrees); // 0, 90, 180 or 270

inline bool is_sideways(Turn turn) {
    return turn == Turn::quarter || turn == Turn::three_quarters;
}

// A place on the display, each coordinate a share of its side from 0 to 1, as a place on the picture.
SDL_FPoint on_picture(Turn turn, SDL_FPoint on_display);

// Copies a picture of 32 bits a pixel onto a display of the same format. Where the sizes do not match, nothing
// happens: the display is being resized, and another picture follows.
void copy_turned(Turn turn, const SDL_Surface& picture, SDL_Surface& display);

} // namespace platform
