#include "ui/screens/staff.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/touch_grid.hpp"

#include <fmt/format.h>

namespace ui {

namespace {

void draw_squares(Frame& frame, const TouchGrid& grid) {
    const Palette& colours = frame.colours();
    const double between = frame.px(1);
    for (int i = 0; i < grid.size(); ++i) {
        const bool reached = frame.state.staff->reached.contains(i);
        frame.rounded(grid.square(i).inset(between), frame.px(3), reached ? colours.accent : colours.card.fill,
                      colours.card.edge, reached ? 0 : frame.px(0.5));
    }
}

// One line for each time that a finger came down.
void draw_trail(Frame& frame) {
    const Rect screen = frame.screen();
    const double width = frame.px(1.6), side = 2 * width;
    std::vector<Point> line;
    const auto end_line = [&] {
        frame.line(line, width, frame.colours().focus);
        line.clear();
    };
    for (const session::Dot& dot : frame.state.staff->trail) {
        if (dot.starts) end_line();
        line.push_back({dot.x * screen.w, dot.y * screen.h});
    }
    if (!line.empty())
        frame.rounded({line.back().x - side / 2, line.back().y - side / 2, side, side}, side / 2,
                      frame.colours().focus);
    end_line();
}

} // namespace

void draw_touch_test(Frame& frame) {
    const Palette& colours = frame.colours();
    frame.fill(frame.screen(), colours.ground);
    bar(frame);
    const TouchGrid grid = touch_grid(frame.theme);
    const Rect column = grid.words.inset(frame.theme.margin(), 0);
    const std::string count = fmt::format("{} of {}", frame.state.staff->reached.size(), grid.size());
    const Written reached = frame.fit_box(count, type::strong, column.w * 0.3, column.h);
    const Written task = frame.fit_box("Slide a finger over every square.", type::label,
                                       column.w - reached->width - frame.px(4), column.h);
    const auto middle = [&](const Written& words) {
        return Rect{column.x, column.y + (column.h - words->height) / 2, column.w, 0};
    };
    frame.write(task, middle(task), Align::start, colours.ink, colours.ground, Role::heading);
    frame.write(reached, middle(reached), Align::end, colours.ink, colours.ground, Role::digits);
    draw_squares(frame, grid);
    draw_trail(frame);
}

} // namespace ui
