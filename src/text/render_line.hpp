// Renders the runs of a line on one surface.
#pragma once

#include "text/font_manager.hpp"
#include "text/typesetter.hpp"

namespace text {

// See Typesetter::render_line() for the offsets and the result.
SurfacePtr render_line(const Line& line, SDL_Color color, FontManager& fonts, int& offset_x,
                       int& offset_y);

} // namespace text
