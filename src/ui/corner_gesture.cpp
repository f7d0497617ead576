#include "ui/corner_gesture.hpp"

#include "render/geometry.hpp"

namespace ui {

namespace {

constexpr int corner_count = 4;

// Returns the touch area of a corner. Corners are numbered 0 to 3, clockwise from the top left.
render::Rect corner_rect(int corner, const Theme& theme) {
    const double side = theme.px(metric::target), width = theme.panel().width_px,
                 height = theme.panel().height_px;
    const bool is_right = corner == 1 || corner == 2, is_bottom = corner >= 2;
    return {is_right ? width - side : 0, is_bottom ? height - side : 0, side, side};
}

} // namespace

bool CornerGesture::handle_touch_down(double x, double y, const Theme& theme, base::Instant now) {
    if (reached_count_ > 0 && now - started_at_ > max_duration) reached_count_ = 0;
    if (!corner_rect(reached_count_, theme).contains(x, y))
        reached_count_ = 0; // this touch may start the gesture again
    if (!corner_rect(reached_count_, theme).contains(x, y)) return false;
    if (reached_count_ == 0) started_at_ = now;
    if (++reached_count_ < corner_count) return false;
    reached_count_ = 0;
    return true;
}

} // namespace ui
