// The buttons More and Up, which turn the pages of a column, and which page of how many this is.
#pragma once

#include "ui/frame.hpp"

#include <cstddef>
#include <vector>

namespace ui {

// With which offsets the pages of a column are drawn, in pixels.
struct PageOffsets {
    std::vector<double> offsets; // ascending; the first is 0; at least one
    double offset = 0;           // that of the visitor's scroll position

    // Returns the page at an offset, which may be between two pages.
    std::size_t index_at(double at_offset) const;
    std::size_t index() const { return index_at(offset); }
    bool is_at_page(double at_offset) const;
    bool can_move(bool is_down) const;
    // Returns the offset of the page to which a button moves. Up moves to the top of a page that is
    // partly above the view.
    double target(bool is_down) const;
};

// Returns the width in pixels that the wider of two stacked buttons needs.
double stacked_page_button_width(const Frame& frame);

// Draws the buttons one above the other at the bottom of `area`, and the page number above them.
void draw_stacked_page_buttons(Frame& frame, const render::Rect& area, const PageOffsets& pages,
                               render::Color background);

// Draws Up, the page number and More in a row.
void draw_page_button_row(Frame& frame, const render::Rect& row, const PageOffsets& pages,
                          render::Color background);

} // namespace ui
