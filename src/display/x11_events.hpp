// Filters what an X11 display sends before SDL sees it. Every program on an X11 display can send
// events to the window of every other one, at any rate.
#pragma once

#include <SDL.h>

namespace display {

// Makes the connection of this window robust. Does nothing if the window is not on an X11 display.
//
// - Messages of other programs are dropped, except those of the window manager. SDL would follow
//   the window IDs and names in a message about drag and drop, and a wrong one ends the program.
// - Input above a limit is dropped. SDL reads all input before it returns, and for each key it
//   searches all input that it has not handled yet. So a flood of keys would keep it from ever
//   returning, while its memory grows without a limit.
// - A request that the display refuses is reported on stderr once, and does not end the program.
// - A display that is lost ends the program at once, with one line on stderr and exit code 1.
//
// Must be called only while the window exists, and only for one window of the process.
void filter_x11_events(SDL_Window* window);

} // namespace display
