// A rounded rectangle that stands on a foot, which says that it can be touched: a card of the home
// screen or a row of help lines.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

struct RaisedStyle {
    render::Color fill;
    render::Color edge;
    render::Color foot;
    double foot_mm = 1;
    double edge_mm = 0.5;
};

// Draws the rectangle on its foot, into which it sinks while it is pressed. Returns its front in
// pixels, which has no foot.
render::Rect draw_raised_rect(Frame& frame, const render::Rect& rect, const RaisedStyle& style,
                              bool is_pressed);

} // namespace ui
