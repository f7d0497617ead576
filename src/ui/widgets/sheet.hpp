// A sheet over the page and above the bottom bar.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Covers the page with the scrim and removes it from the outline. The bottom bar stays visible and
// usable. `opacity` is 0 to 1. Returns the part of the reachable area above the bar.
render::Rect draw_scrim(Frame& frame, double opacity = 1);

// Draws an empty sheet with its shadow.
void draw_sheet(Frame& frame, const render::Rect& rect, const ComponentColors& colors);

// Draws an empty sheet that comes up from what is drawn below it afterwards, over the whole width:
// only its upper corners are round.
void draw_bottom_sheet(Frame& frame, const render::Rect& rect);

} // namespace ui
