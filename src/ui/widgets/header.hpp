// The row along the top of a page: who speaks or the way back, and the languages.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws it at the top of `page` and returns what is left below, pixels. On a low panel there is no such row:
// the bar has the languages, and Home is the way back.
render::Rect draw_home_header(Frame& frame, const render::Rect& page);
render::Rect draw_back_header(Frame& frame, const render::Rect& page);

} // namespace ui
