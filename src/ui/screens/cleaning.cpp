#include "session/update.hpp"
#include "ui/screens/staff.hpp"

#include <cmath>

namespace ui {

// The ring, the count in it, and what it is about below, all in the middle.
void draw_cleaning(Frame& frame) {
    const Palette& colours = frame.colours();
    frame.fill(frame.screen(), colours.ground);
    const Rect page = frame.screen().inset(frame.theme.margin());
    const int seconds = session::seconds_left(frame.content, frame.state, frame.moment.now);
    const double most = std::chrono::duration<double>(session::cleaning_lasts).count();
    const double gap = frame.px(8), width = std::min(page.w, frame.px(260));
    const Written title = frame.fit_box("Clean the screen now", type::title, width, page.h * 0.16);
    const Written line = frame.balanced(
        frame.fit_box("Touches do nothing until the count is over.", type::body, width, page.h * 0.14));
    const double words = title->height + line->height;
    const double side = std::min({page.w, frame.px(120), page.h - words - gap});
    const Rect ring{page.x + (page.w - side) / 2, page.y + std::floor((page.h - side - gap - words) / 2), side,
                    side};
    frame.ring(ring, seconds / most, side * 0.07, colours.rule, colours.accent);
    const Written count = frame.fit_box(std::to_string(seconds), type::clock, side * 0.7, side * 0.6);
    frame.write(count, {ring.x, ring.y + (side - count->height) / 2, side, 0}, Align::centre, colours.ink,
                colours.ground, Role::digits);
    frame.write(title, {page.x, ring.bottom() + gap, page.w, 0}, Align::centre, colours.ink, colours.ground,
                Role::heading);
    frame.write(line, {page.x, ring.bottom() + gap + title->height, page.w, 0}, Align::centre, colours.quiet,
                colours.ground);
}

} // namespace ui
