// The screens for those who look after the kiosk, behind a PIN. In English only; nothing on them changes
// anything that outlasts them but Restart.
#pragma once

#include "ui/frame.hpp"

#include <functional>

namespace ui {

void draw_pin_pad(Frame& frame);
void draw_staff_overview(Frame& frame);
void draw_touch_test(Frame& frame);
void draw_panel_ruler(Frame& frame);
void draw_qr_test(Frame& frame);
void draw_sound_test(Frame& frame);
void draw_cleaning_lock(Frame& frame); // nothing to touch: a cloth goes over it

// A page of theirs on the bar: what `body` draws into a column, and returns the height of; it scrolls where
// need be.
void draw_staff_column(Frame& frame, const std::function<double(Frame& frame, const render::Rect& column)>& draw_body);

} // namespace ui
