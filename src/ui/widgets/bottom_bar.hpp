// The bar along the bottom of every screen: Home, Bigger text, the languages, the staff button if
// the site has one, and Hide. Staff screens have a way back and Hide.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the bar. Returns the part of the reachable area above it.
render::Rect draw_bottom_bar(Frame& frame);

// Returns the height of the bar in pixels.
double bar_height(const Theme& theme);

// Adds the Hide button as a touch target without drawing it or the bar. While a finger is on Hide,
// the cover is shown, and the finger may still slide off the button.
void draw_hide_button(Frame& frame);

// Returns where Hide is. It is in the same place on every screen of a language.
render::Rect hide_button_rect(const Frame& frame);

} // namespace ui
