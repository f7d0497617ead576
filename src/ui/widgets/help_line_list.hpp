// The help lines of a section, as rows or as tiles. Each opens its slip.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the help lines that the visitor may see from the top of `column`. Two to four lines with
// short numbers are tiles beside each other, others are rows. Returns the height in pixels.
double draw_help_lines(Frame& frame, const content::HelpLinesBlock& block,
                       const render::Rect& column);

} // namespace ui
