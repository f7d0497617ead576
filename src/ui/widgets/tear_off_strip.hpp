// The tear-off strip: one paper tab for each line of help that leads.
#pragma once

#include "ui/frame.hpp"

namespace ui {

enum class StripDetail { full, digits_only };

// Draws the strip along the bottom of `page`, as high as it needs, and returns what is left above it, pixels.
render::Rect draw_tear_off_strip(Frame& frame, const render::Rect& page, StripDetail detail);

// What a tab carries, drawn on no ground of its own: for the tab that is being torn off.
void draw_torn_tab(Frame& frame, const render::Rect& tab, const content::HelpLine& help_line);

} // namespace ui
