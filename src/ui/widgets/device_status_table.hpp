// The table on the staff overview about this kiosk, with a line between its rows.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the table at the top of `column` and returns its height in pixels.
double draw_device_status(Frame& frame, const render::Rect& column);

} // namespace ui
