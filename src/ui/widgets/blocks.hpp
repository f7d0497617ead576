// The blocks of a section, one under the other.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// Draws `block` at the top of `column` and returns its height, pixels.
double draw_block(Frame& frame, const content::Block& block, const render::Rect& column);

// One icon with a text beside it; the text's height or the icon's, whichever is larger.
double draw_icon_row(Frame& frame, std::string_view icon, const std::string& text, const render::Rect& column,
                     const TextStyle& style, render::Color color, render::Color accent, render::Color background);

// A box with a stroke along its edge: what matters most, or a limit worth knowing.
double draw_note(Frame& frame, const std::string& title, const std::string& text, const render::Rect& column);

} // namespace ui
