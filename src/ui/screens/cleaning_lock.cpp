#include "session/update.hpp"
#include "ui/screens/staff_screens.hpp"

#include <cmath>

namespace ui {

// Draws the ring with the countdown in it and the texts below, all in the center of the screen.
void draw_cleaning_lock(Frame& frame) {
    const Palette& palette = frame.palette();
    frame.fill_rect(frame.screen(), palette.background);
    const render::Rect page = frame.screen().inset(frame.theme.margin());
    const int seconds = session::seconds_left(frame.content, frame.state, frame.now.since_boot);
    const double total_seconds =
        std::chrono::duration<double>(session::cleaning_lock_duration).count();
    const double gap = frame.px(8), width = std::min(page.w, frame.px(260));
    const TextLayout title =
        frame.fit_box("Clean the screen now", text_style::title, width, page.h * 0.16);
    const TextLayout hint = frame.balance_lines(frame.fit_box(
        "Touch is off until the countdown ends.", text_style::body, width, page.h * 0.14));
    const double text_height = title->height + hint->height;
    const double side = std::min({page.w, frame.px(120), page.h - text_height - gap});
    const render::Rect ring_rect{page.x + (page.w - side) / 2,
                                 page.y + std::floor((page.h - side - gap - text_height) / 2), side,
                                 side};
    frame.draw_progress_ring(ring_rect, seconds / total_seconds, side * 0.07, palette.divider,
                             palette.accent);
    const TextLayout count =
        frame.fit_box(std::to_string(seconds), text_style::clock, side * 0.7, side * 0.6);
    frame.draw_text(count, {ring_rect.x, ring_rect.y + (side - count->height) / 2, side, 0},
                    Align::center, palette.text, palette.background, Role::digits);
    frame.draw_text(title, {page.x, ring_rect.bottom() + gap, page.w, 0}, Align::center,
                    palette.text, palette.background, Role::heading);
    frame.draw_text(hint, {page.x, ring_rect.bottom() + gap + title->height, page.w, 0},
                    Align::center, palette.secondary_text, palette.background);
}

} // namespace ui
