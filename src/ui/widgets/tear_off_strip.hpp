// The tear-off strip along the bottom of a page, with a paper tab for each of its help lines.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// A full tab has a QR code, or advice for a number that has none.
enum class StripDetail { full, digits_only };

// Returns whether the tabs of a strip on `page` are wide enough for QR codes.
bool has_full_strip(const Frame& frame, const render::Rect& page);

// Draws the strip along the bottom of `page`, as high as necessary. The tab of the slip that is
// open is a hole. Returns the part of the page above it.
render::Rect draw_tear_off_strip(Frame& frame, const render::Rect& page, StripDetail detail);

// Draws only the texts and the QR code of the tab that is being torn off, as they were at `from` on
// the strip of `page`, in the middle of `to`. Draws nothing if the tab is not on the strip.
void draw_torn_tab(Frame& frame, const render::Rect& page, const render::Rect& from,
                   const render::Rect& to, const content::HelpLine& help_line);

} // namespace ui
