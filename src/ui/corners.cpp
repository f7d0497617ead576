#include "ui/corners.hpp"

#include "ui/geometry.hpp"

namespace ui {

namespace {

constexpr int corners = 4;

// Clockwise from the top left, 0 to 3.
Rect place(int corner, const Theme& theme) {
    const double side = theme.px(size::target), width = theme.panel().width_px,
                 height = theme.panel().height_px;
    const bool right = corner == 1 || corner == 2, bottom = corner >= 2;
    return {right ? width - side : 0, bottom ? height - side : 0, side, side};
}

} // namespace

bool Corners::touched(double x, double y, const Theme& theme, session::Instant now) {
    if (reached_ > 0 && now - since_ > quickly) reached_ = 0;
    if (!place(reached_, theme).holds(x, y)) reached_ = 0; // but it may be the first of another try
    if (!place(reached_, theme).holds(x, y)) return false;
    if (reached_ == 0) since_ = now;
    if (++reached_ < corners) return false;
    reached_ = 0;
    return true;
}

} // namespace ui
