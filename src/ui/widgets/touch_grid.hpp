// The squares of the touch test: they cover the screen above the bar, but for a line of words at the top.
#pragma once

#include "session/event.hpp"
#include "ui/touch_tracker.hpp"
#include "render/geometry.hpp"
#include "ui/theme.hpp"

namespace ui {

struct TouchGrid {
    render::Rect label_area, area; // pixels
    int column_count = 1, row_count = 1;

    int cell_count() const { return column_count * row_count; }
    render::Rect cell_rect(int index) const; // row by row, with its share of the gaps
};

TouchGrid touch_grid(const Theme& theme);

// A touch, as the test takes it down.
session::TouchTestSample touch_test_sample(const Touch& touch, const Theme& theme);

} // namespace ui
