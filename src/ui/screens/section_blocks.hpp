// The blocks of a section, one below the other, and the texts that may be among them.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// Draws the blocks of the current tab from the top of `column`. With a style, the main message of
// the section is below the first block. Returns the height in pixels.
double draw_section_blocks(Frame& frame, const content::Section& section,
                           const render::Rect& column, const TextStyle* lead_style = nullptr);

// Draws the main message. Returns the height in pixels.
double draw_lead(Frame& frame, const content::Section& section, const render::Rect& column,
                 const TextStyle& style);

// Says that the translation is a draft. Returns the height in pixels, with the space below.
double draw_draft_notice(Frame& frame, const render::Rect& column);

} // namespace ui
