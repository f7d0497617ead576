// A column that scrolls with the finger. If it is longer than its view, it has the buttons More and
// Up.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// Draws the content from the top of `column`, which is above the screen if the content is scrolled.
// Returns the height of the content in pixels.
using DrawColumn = std::function<double(const render::Rect& column)>;

// Draws a column of at most `width` pixels in the center of `view`. The column fades into
// `background` where it continues beyond its view. A column that fits is at the top of the view, or
// vertically centered if `is_centered` is set. Sets Frame::scroll_region if the column scrolls.
void draw_scroll_view(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw,
                      render::Color background, bool is_centered = false);

} // namespace ui
