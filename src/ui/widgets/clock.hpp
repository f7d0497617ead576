// The time of day and the date.
#pragma once

#include "ui/frame.hpp"

namespace ui {

struct Clock {
    TextLayout time;
    TextLayout date;

    // In pixels.
    double height() const { return time->height + date->height; }
};

// Lays out the local time and the date, which shrink to fit into this width and height in pixels.
Clock layout_clock(const Frame& frame, const TextStyle& time_style, double width, double height);

// Draws the time from the top of `box` and the date below it, both centered, on the background of
// the cover.
void draw_clock(Frame& frame, const Clock& clock, const render::Rect& box);

} // namespace ui
