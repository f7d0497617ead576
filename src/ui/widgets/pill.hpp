// A short text on a tinted ground, with an icon: something good to know.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws it at the top left of `column`, as wide as its text, and returns its height, pixels.
double draw_pill(Frame& frame, const render::Rect& column, std::string_view icon, const std::string& text);

} // namespace ui
