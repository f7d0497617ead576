// The squares of the touch test: they cover the screen above the bar, but for a line of words at the top.
#pragma once

#include "session/event.hpp"
#include "ui/finger.hpp"
#include "ui/geometry.hpp"
#include "ui/theme.hpp"

namespace ui {

struct TouchGrid {
    Rect words, area; // pixels
    int columns = 1, rows = 1;

    int size() const { return columns * rows; }
    Rect square(int index) const; // row by row, with its share of the gaps
};

TouchGrid touch_grid(const Theme& theme);

// A touch, as the test takes it down.
session::Trace trace(const Touch& touch, const Theme& theme);

} // namespace ui
