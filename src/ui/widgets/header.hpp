// The row along the top of a page: the name of the school or the way back, and the languages.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// These draw the row at the top of `page` and return the part of the page below it. On a very short
// panel there is no such row: the buttons are in the bottom bar.
render::Rect draw_home_header(Frame& frame, const render::Rect& page);
render::Rect draw_back_header(Frame& frame, const render::Rect& page);

} // namespace ui
