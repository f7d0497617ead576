// The screens for those who look after the kiosk, behind a PIN. In English only; nothing on them changes
// anything that outlasts them but Restart.
#pragma once

#include "ui/frame.hpp"

namespace ui {

void draw_pin_pad(Frame& frame);
void draw_staff_page(Frame& frame);
void draw_touch_test(Frame& frame);
void draw_ruler(Frame& frame);
void draw_code_test(Frame& frame);
void draw_cleaning(Frame& frame); // nothing to touch: a cloth goes over it

} // namespace ui
