// How a slip fits on its panel: where the paper is, and how large its parts are.
#pragma once

#include "ui/widgets/slip_facts.hpp"

namespace ui {

// What is drawn on the slip.
struct SlipContent {
    const content::HelpLine& help_line;
    ContactMethod contact;

    bool has_code() const { return !contact.phone_number.is_emergency(); }
};

// The paper, what is on it, and Done. On a short panel, Back in the bottom bar replaces Done.
struct SlipLayout {
    SlipStyle style;
    render::Rect paper;
    render::Rect content; // without the padding of the paper
    render::Rect done;    // empty if there is none

    bool is_wide() const { return style.shape == SlipShape::wide; }
};

// Lays out a slip in `area`, so that all of it is visible if that is possible.
SlipLayout layout_slip(Frame& frame, const SlipContent& slip, const render::Rect& area);

// The space on each side of the perforation beside the facts of a wide slip, in pixels.
double facts_gutter(const Frame& frame);

// Returns the width of the facts in pixels.
double slip_facts_width(const Frame& frame, const SlipLayout& layout);

// The height for the number of a wide slip in pixels. Done is below it.
double wide_number_height(const Frame& frame, const SlipLayout& layout);

// Draws everything on a slip that is not wide from the top of `column`. Returns the height in
// pixels.
double draw_tall_content(Frame& frame, const SlipContent& slip, const SlipLayout& layout,
                         const render::Rect& column);

// Draws the number of a wide slip, and returns its height in pixels.
double draw_wide_number(Frame& frame, const SlipContent& slip, const SlipLayout& layout);

} // namespace ui
