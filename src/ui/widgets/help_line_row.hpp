// One help line as a row: when it helps, its name and its numbers. It opens its slip.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws a row at the top of `column`. Returns its height in pixels.
double draw_help_line_row(Frame& frame, const content::HelpLine& help_line,
                          const render::Rect& column);

} // namespace ui
