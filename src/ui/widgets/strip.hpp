// The tear-off strip: one paper tab for each line of help that leads.
#pragma once

#include "ui/frame.hpp"

namespace ui {

enum class StripSize { full, digits_only };

// Draws the strip along the bottom of `page`, as high as it needs, and returns what is left above it, pixels.
Rect strip(Frame& frame, const Rect& page, StripSize size);

// What a tab carries, drawn on no ground of its own: for the tab that is being torn off.
void loose_tab(Frame& frame, const Rect& tab, const content::HelpLine& line);

} // namespace ui
