#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/touch_grid.hpp"

#include <fmt/format.h>

namespace ui {

namespace {

void draw_cells(Frame& frame, const TouchGrid& grid) {
    const Palette& palette = frame.palette();
    const double cell_gap = frame.px(1);
    for (int i = 0; i < grid.cell_count(); ++i) {
        const bool is_reached = frame.state.staff->reached_cells.contains(i);
        frame.draw_rounded_rect(grid.cell_rect(i).inset(cell_gap), frame.px(3),
                                is_reached ? palette.accent : palette.card.fill, palette.card.edge,
                                is_reached ? 0 : frame.px(0.5));
    }
}

// Draws one line for each touch.
void draw_trail(Frame& frame) {
    const render::Rect screen = frame.screen();
    const double width = frame.px(1.6), side = 2 * width;
    std::vector<render::Point> points;
    const auto end_polyline = [&] {
        frame.draw_polyline(points, width, frame.palette().focus_ring);
        points.clear();
    };
    for (const session::TouchTestPoint& point : frame.state.staff->trail) {
        if (point.is_start) end_polyline();
        points.push_back({point.x * screen.w, point.y * screen.h});
    }
    if (!points.empty())
        frame.draw_rounded_rect(
            {points.back().x - side / 2, points.back().y - side / 2, side, side}, side / 2,
            frame.palette().focus_ring);
    end_polyline();
}

} // namespace

void draw_touch_test(Frame& frame) {
    const Palette& palette = frame.palette();
    frame.fill_rect(frame.screen(), palette.background);
    draw_bottom_bar(frame);
    const TouchGrid grid = touch_grid(frame.theme);
    const render::Rect column = grid.label_area.inset(frame.theme.margin(), 0);
    const std::string count =
        fmt::format("{} of {}", frame.state.staff->reached_cells.size(), grid.cell_count());
    const TextLayout progress = frame.fit_box(count, text_style::strong, column.w * 0.3, column.h);
    const TextLayout task = frame.fit_box("Slide a finger over every square.", text_style::label,
                                          column.w - progress->width - frame.px(4), column.h);
    const auto centered_rect = [&](const TextLayout& layout) {
        return render::Rect{column.x, column.y + (column.h - layout->height) / 2, column.w, 0};
    };
    frame.draw_text(task, centered_rect(task), Align::start, palette.text, palette.background,
                    Role::heading);
    frame.draw_text(progress, centered_rect(progress), Align::end, palette.text, palette.background,
                    Role::digits);
    draw_cells(frame, grid);
    draw_trail(frame);
}

} // namespace ui
