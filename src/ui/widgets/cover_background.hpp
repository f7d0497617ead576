// The background of the cover and of the question "Are you still here?".
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Fills the screen with a gradient from top to bottom, without visible steps.
void draw_cover_background(Frame& frame);

} // namespace ui
