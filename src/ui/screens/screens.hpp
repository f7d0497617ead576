// Every screen, one function and one file each: draws what the State says, and says in Frame::made what the
// visitor did. A screen decides; a widget paints.
#pragma once

#include "ui/frame.hpp"

namespace ui {

void draw_home(Frame& frame);
void draw_section(Frame& frame);
void draw_language_picker(Frame& frame);
void draw_slip(Frame& frame);
bool is_slip_animating(const Frame& frame); // it still comes off the strip, and wants the page drawn below it
void draw_display_settings(Frame& frame);
void draw_idle_warning(Frame& frame); // "Still there?"
void draw_cover(Frame& frame);
void draw_off_hours(Frame& frame);      // outside the hours
void draw_emergency_card(Frame& frame); // the compiled-in card; needs no content but the one in emergency.hpp
void draw_staff_screen(Frame& frame);   // those for who looks after the kiosk: staff.hpp

// The screen that the frame's State asks for, with all that lies on it.
void draw_screen(Frame& frame);

} // namespace ui
