// The bar along the bottom of every screen: home, display, Hide. For staff: back, Hide.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the bar and returns the part of the reach above it, pixels.
render::Rect draw_bottom_bar(Frame& frame);

double bar_height(const Theme& theme); // pixels

// Hide alone, without the bar under it: for the moment when a finger rests on it.
void draw_hide_button(Frame& frame);

// Where Hide is: the same on every screen.
render::Rect hide_button_rect(const Frame& frame);

} // namespace ui
