// A column that scrolls with the finger. If it is longer than its view, it is divided into pages,
// and the buttons More and Up turn them.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// Draws the content from the top of `column`, which is above the screen if the content is scrolled.
// Returns the height of the content in pixels.
using DrawColumn = std::function<double(const render::Rect& column)>;

// Draws a column of at most `width` pixels in the center of `view`. A column that fits is at the
// top of the view, or vertically centered if `is_centered` is set. A longer one is divided into
// pages, of which each begins at the edge of a block. Between two pages, the column fades into
// `background` where it continues beyond its view. If `title` is not empty, it stands at the top of
// every page but the first. Sets Frame::scroll_region if the column scrolls.
void draw_scroll_view(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw,
                      render::Color background, bool is_centered = false,
                      const std::string& title = {});

} // namespace ui
