// A column that scrolls with the finger. If it is longer than its view, it is divided into pages,
// and the buttons More and Up turn them.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"
#include "ui/page_breaks.hpp"

#include <string>

namespace ui {

// Draws the content from the top of `column`, which is above the screen if the content is scrolled.
// Returns the height of the content in pixels.
using DrawColumn = std::function<double(const render::Rect& column)>;

struct ScrollStyle {
    // What the column fades into where it continues beyond its view.
    render::Color background;
    // Whether a column that fits is vertically centered, and not at the top.
    bool is_centered = false;
    // At the top of every page but the first. Empty: no title.
    std::string title = {};
    FirstPage first_page = FirstPage::even;
};

// Returns where the first page of a column is that does not fit into its view.
render::Rect first_page_rect(const Frame& frame, const render::Rect& view, double width);

// Draws a column of at most `width` pixels in the center of `view`. A column that does not fit is
// divided into pages, of which each begins at the edge of a block. Sets Frame::scroll_region if the
// column scrolls.
void draw_scroll_view(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw,
                      const ScrollStyle& style);

} // namespace ui
