// A row of tabs or choices of which one is selected, such as the parts of a section.
#pragma once

#include "ui/frame.hpp"

#include <functional>
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

// Draws the content of a segment.
using DrawSegment = std::function<void(std::size_t index, const render::Rect& segment,
                                       const ComponentColors& colors)>;

// Draws the segments with equal widths and fills `rect`. `role` is the role of each segment: a tab
// or a radio button.
void draw_segments(Frame& frame, std::span<const Segment> segments, const render::Rect& rect,
                   Role role, std::string_view id_suffix, const DrawSegment& draw_content);

// Draws the segments as tabs with icons and labels along the top of `row`. They have equal widths,
// unless a long label needs more than that. Returns the height in pixels. See Frame::begin_target()
// for `id_suffix`.
double draw_segmented_control(Frame& frame, std::span<const Segment> segments,
                              const render::Rect& row, std::string_view id_suffix);

// The same with the segments one below the other from the top of `column`, with its width.
double draw_segment_list(Frame& frame, std::span<const Segment> segments,
                         const render::Rect& column, std::string_view id_suffix);

} // namespace ui
