// The screens for the people who maintain the kiosk. They need a PIN and are in English only. Apart
// from Restart, nothing on them has an effect after they are closed.
#pragma once

#include "ui/frame.hpp"

#include <functional>

namespace ui {

void draw_pin_pad(Frame& frame);
void draw_staff_overview(Frame& frame);
// The squares of a grid fill where a finger touches them.
void draw_touch_test(Frame& frame);
// A bar that is 100 mm long if the size of the panel is set correctly.
void draw_panel_ruler(Frame& frame);
void draw_qr_test(Frame& frame);
void draw_sound_test(Frame& frame);
// The name of the key that was pressed last.
void draw_key_test(Frame& frame);
// A countdown without touch targets, so that the screen can be wiped.
void draw_cleaning_lock(Frame& frame);

// Draws a staff screen with the bottom bar and one column above it, which scrolls if necessary.
// `draw_body` draws into the column and returns the height of its content in pixels.
void draw_staff_column(
    Frame& frame, const std::function<double(Frame& frame, const render::Rect& column)>& draw_body);

} // namespace ui
