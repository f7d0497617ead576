// What there is to know about this kiosk, for staff: one row for each thing, with a line between.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws them at the top of `column` and returns their height, pixels.
double draw_device_status(Frame& frame, const render::Rect& column);

} // namespace ui
