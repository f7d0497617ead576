// A short note with an icon on a tinted background.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the note at the top of `column`, as wide as its text, and returns its height in pixels.
double draw_pill(Frame& frame, const render::Rect& column, std::string_view icon,
                 const std::string& text);

} // namespace ui
