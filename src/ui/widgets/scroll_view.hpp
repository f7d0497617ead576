// A column that scrolls under the finger, with More and Up buttons where it is longer than its view.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// Draws into a column (its y is where the content starts) and returns the content's height, pixels.
using DrawColumn = std::function<double(const render::Rect& column)>;

// `width`: the most a column may have, pixels; the column stands in the middle of `view`. `ground`: what it
// fades into where it goes on beyond its view; transparent: it is cut off. A column that fits stands at the
// top, or in the middle when `centred`.
void draw_scroll_view(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw, render::Color background,
                      bool is_centered = false);

} // namespace ui
