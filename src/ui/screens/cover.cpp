#include "ui/screens/screens.hpp"
#include "ui/widgets/clock.hpp"
#include "ui/widgets/cover_background.hpp"

#include <algorithm>

namespace ui {

namespace {

// The middle of the time, as a fraction of the height of the screen.
constexpr double time_middle = 0.38;

} // namespace

// Only the hint has to be within reach. The rest may be higher, where nobody can touch it.
void draw_cover(Frame& frame) {
    const Palette& palette = frame.palette();
    draw_cover_background(frame);
    const render::Rect reachable = frame.reachable_area(), screen = frame.screen();
    frame.begin_target(screen, frame.translate("Touch anywhere to start"), session::Wake{},
                       "cover");
    const double x = frame.theme.margin(), width = screen.w - 2 * x,
                 bottom = reachable.bottom() - std::min(frame.px(46), reachable.h / 12);
    const TextLayout hint =
        frame.balance_lines(frame.fit_box(frame.translate("Touch anywhere to start"),
                                          text_style::start_hint, width, reachable.h * 0.12));
    const double gap = std::min(frame.px(30), screen.h / 24),
                 end = bottom - hint->height - gap; // of the space above the hint
    const TextLayout school = frame.balance_lines(frame.fit_box(
        frame.translate(frame.content.site.school), text_style::school, width, end * 0.16));
    const Clock clock =
        layout_clock(frame, text_style::clock, width, std::max(1.0, end - gap - school->height));
    const double preferred = screen.h * time_middle - clock.time->height / 2,
                 highest = end - clock.height() - gap - school->height;
    const double y = std::max(0.0, std::min(preferred, highest));
    draw_clock(frame, clock, {x, y, width, 0});
    frame.draw_text(school, {x, y + clock.height() + gap, width, 0}, Align::center, palette.accent,
                    palette.background);
    frame.draw_text(hint, {x, bottom - hint->height, width, 0}, Align::center,
                    palette.secondary_text, palette.background);
    frame.end_target();
}

} // namespace ui
