#include "ui/widgets/raised_rect.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double max_sinking_mm = 1;

} // namespace

render::Rect draw_raised_rect(Frame& frame, const render::Rect& rect, const RaisedStyle& style,
                              bool is_pressed) {
    const double foot = std::max(1.0, frame.px(style.foot_mm)), radius = frame.px(metric::radius);
    const double sunk = is_pressed ? std::min(foot, frame.px(max_sinking_mm)) : 0;
    const render::Rect front{rect.x, rect.y + sunk, rect.w, rect.h - foot};
    frame.draw_rounded_rect({rect.x, front.y, rect.w, rect.bottom() - front.y}, radius, style.foot);
    frame.draw_rounded_rect(front, radius, style.fill, style.edge, frame.px(style.edge_mm));
    return front;
}

} // namespace ui
