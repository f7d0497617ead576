#include "ui/widgets/touch_grid.hpp"

#include "ui/widgets/bottom_bar.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double touch_label_height_mm = 22;
constexpr double preferred_cell_mm = 40; // side of a square

int fitting_count(double length, double side) {
    return std::max(3, static_cast<int>(std::lround(length / side)));
}

} // namespace

render::Rect TouchGrid::cell_rect(int index) const {
    const double w = area.w / column_count, h = area.h / row_count;
    return {area.x + index % column_count * w,
            area.y + static_cast<double>(index / column_count) * h, w, h};
}

TouchGrid touch_grid(const Theme& theme) {
    const double width = theme.panel().width_px, top = theme.reachable_top_px(),
                 label_height = theme.px(touch_label_height_mm);
    const double bottom = theme.reachable_bottom_px() - bar_height(theme);
    TouchGrid grid;
    grid.label_area = {0, top, width, label_height};
    grid.area = {0, top + label_height, width, bottom - top - label_height};
    grid.column_count = fitting_count(grid.area.w, theme.px(preferred_cell_mm));
    grid.row_count = fitting_count(grid.area.h, theme.px(preferred_cell_mm));
    return grid;
}

session::TouchTestSample touch_test_sample(const Touch& touch, const Theme& theme) {
    const Panel& panel = theme.panel();
    session::TouchTestSample sample;
    sample.point = {touch.x / panel.width_px, touch.y / panel.height_px,
                    touch.phase == TouchPhase::down};
    const TouchGrid grid = touch_grid(theme);
    for (int i = 0; i < grid.cell_count(); ++i)
        if (grid.cell_rect(i).contains(touch.x, touch.y)) sample.cell = i;
    return sample;
}

} // namespace ui
