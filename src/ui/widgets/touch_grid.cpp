#include "ui/widgets/touch_grid.hpp"

#include "ui/widgets/bar.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double words_height = 22; // millimetres
constexpr double wanted_side = 40;  // of a square

int fitting(double length, double side) {
    return std::max(3, static_cast<int>(std::lround(length / side)));
}

} // namespace

Rect TouchGrid::square(int index) const {
    const double w = area.w / columns, h = area.h / rows;
    return {area.x + index % columns * w, area.y + static_cast<double>(index / columns) * h, w, h};
}

TouchGrid touch_grid(const Theme& theme) {
    const double width = theme.panel().width_px, top = theme.reach_top_px(), words = theme.px(words_height);
    const double bottom = theme.reach_bottom_px() - bar_height(theme);
    TouchGrid grid;
    grid.words = {0, top, width, words};
    grid.area = {0, top + words, width, bottom - top - words};
    grid.columns = fitting(grid.area.w, theme.px(wanted_side));
    grid.rows = fitting(grid.area.h, theme.px(wanted_side));
    return grid;
}

session::Trace trace(const Touch& touch, const Theme& theme) {
    const Panel& panel = theme.panel();
    session::Trace trace;
    trace.dot = {touch.x / panel.width_px, touch.y / panel.height_px, touch.contact == Contact::down};
    const TouchGrid grid = touch_grid(theme);
    for (int i = 0; i < grid.size(); ++i)
        if (grid.square(i).holds(touch.x, touch.y)) trace.square = i;
    return trace;
}

} // namespace ui
