// The grid of squares for the touch test. It covers the screen above the bottom bar, except for a
// line of text at the top.
#pragma once

#include "render/geometry.hpp"
#include "session/event.hpp"
#include "ui/theme.hpp"
#include "ui/touch_tracker.hpp"

namespace ui {

struct TouchGrid {
    // Position of the text in pixels.
    render::Rect label_area;
    // Position of the squares in pixels.
    render::Rect area;
    int column_count = 1;
    int row_count = 1;

    int cell_count() const { return column_count * row_count; }
    // Returns the square with this index, in pixels. Squares are counted row by row from 0, and
    // there are no gaps between them.
    render::Rect cell_rect(int index) const;
};

TouchGrid touch_grid(const Theme& theme);

// Converts a touch to a sample of the touch test: a position relative to the screen, and the square
// it is in, if any.
session::TouchTestSample touch_test_sample(const Touch& touch, const Theme& theme);

} // namespace ui
