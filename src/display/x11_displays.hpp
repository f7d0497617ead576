// The displays of an X11 server, whose pictures are parts of one large picture, the root window.
#pragma once

#include <SDL.h>

namespace display {

// Makes SDL report changes of the displays, so that fit_to_x11_display() can follow them. Does
// nothing if the window is not on an X11 display.
void watch_x11_displays(SDL_Window* window);

// Returns whether the event reports that the displays have changed.
bool is_x11_display_change(const SDL_SysWMEvent& event);

// After such an event, makes the window as large as one display: the primary one, or else the
// first. A window manager, if there is one, may set another size. Ignores all other events.
void fit_to_x11_display(SDL_Window* window, const SDL_SysWMEvent& event);

} // namespace display
