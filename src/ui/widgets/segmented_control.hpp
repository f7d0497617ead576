// A row of tabs of which one is selected, such as the parts of a section.
#pragma once

#include "ui/frame.hpp"

#include <span>

namespace ui {

struct Segment {
    // Name of the icon. May be empty.
    std::string_view icon;
    // In the visitor's language.
    std::string label;
    session::Event event;
    bool is_selected = false;
};

// Draws the segments with equal widths along the top of `row`. Returns the height in pixels. See
// Frame::begin_target() for `id_suffix`.
double draw_segmented_control(Frame& frame, std::span<const Segment> segments,
                              const render::Rect& row, std::string_view id_suffix);

} // namespace ui
