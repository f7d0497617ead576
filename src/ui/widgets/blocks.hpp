// The blocks that a section is made of. Each is drawn at the top of a column.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// Draws `block` and returns its height in pixels.
double draw_block(Frame& frame, const content::Block& block, const render::Rect& column);

// Draws an icon with a text beside it. Returns the height in pixels of the text or of the icon,
// whichever is larger.
double draw_icon_row(Frame& frame, std::string_view icon, const std::string& text,
                     const render::Rect& column, const TextStyle& style, render::Color color,
                     render::Color accent, render::Color background);

// Draws a box with a colored bar along its edge, for texts that matter most. `title` may be empty.
// Returns the height in pixels.
double draw_note(Frame& frame, const std::string& title, const std::string& text,
                 const render::Rect& column);

} // namespace ui
