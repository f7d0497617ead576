// The runs of a line painted onto one surface.
#pragma once

#include "text/font_manager.hpp"
#include "text/typesetter.hpp"

namespace text {

// Null when there is nothing to see. The offsets are as Typesetter::paint() says.
SurfacePtr render_line(const Line& line, SDL_Color color, FontManager& fonts, int& offset_x, int& offset_y);

} // namespace text
