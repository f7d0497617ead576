// The screens for visitors, one function and one file each. A screen draws the current state
// and stores in Frame::event what the visitor did. Screens arrange things; widgets draw them.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the screen that the state of the frame selects, with every layer on top of it.
void draw_screen(Frame& frame);

void draw_home(Frame& frame);
void draw_section(Frame& frame);
void draw_language_picker(Frame& frame);
// The sheet along the bottom of the page, which was drawn as the background of this frame and stays
// visible.
void draw_display_settings(Frame& frame);
// The clock. It is shown after a visit was hidden.
void draw_cover(Frame& frame);
// The question "Are you still here?" with a countdown, on the clock of the cover. It hides the page
// completely, because the visitor may have left.
void draw_idle_warning(Frame& frame);
// The black screen while the school is closed.
void draw_off_hours(Frame& frame);
// The four numbers of content/emergency_content.hpp, shown while no content is available.
void draw_emergency_card(Frame& frame);

// The slip of a help line, torn off the strip.
void draw_slip(Frame& frame);
// Whether the slip is still moving from the strip to its place, so that the page must be drawn
// below it.
bool is_slip_animating(const Frame& frame);

} // namespace ui
