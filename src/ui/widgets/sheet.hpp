// A sheet that lies over the page, above the bar.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Veils what was drawn while covered, and takes it out of the outline; the bar stays bright and usable.
// `density`, 0 to 1: of the veil. Draws no sheet yet. Returns the part of the reach above the bar.
render::Rect draw_scrim(Frame& frame, double opacity = 1);

// The sheet itself, with its shadow.
void draw_sheet(Frame& frame, const render::Rect& rect, const ComponentColors& colors);

} // namespace ui
