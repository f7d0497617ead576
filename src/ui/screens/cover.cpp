#include "ui/screens/screens.hpp"

#include <array>
#include <cmath>

namespace ui {

namespace {

// Draws the gradient as bands of one color. Neighboring bands differ so little that they look
// smooth, and SDL fills them fast.
void draw_cover_background(Frame& frame) {
    const render::Color top = frame.palette().cover_top, bottom = frame.palette().background;
    constexpr int band_count = 24;
    const double height = frame.screen().h / band_count;
    const auto mix = [](std::uint8_t a, std::uint8_t b, double t) {
        return static_cast<std::uint8_t>(
            std::lround(std::lerp(static_cast<double>(a), static_cast<double>(b), t)));
    };
    for (int i = 0; i < band_count; ++i) {
        const double t = static_cast<double>(i) / (band_count - 1);
        frame.fill_rect(
            {0, i * height, frame.screen().w, height + 1},
            {mix(top.r, bottom.r, t), mix(top.g, bottom.g, t), mix(top.b, bottom.b, t), 255});
    }
}

std::string format_clock(base::LocalTime time) {
    const std::chrono::hh_mm_ss clock{time - std::chrono::floor<std::chrono::days>(time)};
    const auto hour = std::chrono::make12(clock.hours()).count(), minute = clock.minutes().count();
    return std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

std::string format_date(const Frame& frame) {
    constexpr std::array weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                  "Friday", "Saturday", "Sunday"};
    constexpr std::array months{"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};
    const auto today = std::chrono::floor<std::chrono::days>(frame.now.local_time);
    const std::chrono::year_month_day date{today};
    const std::string day = std::to_string(static_cast<unsigned>(date.day())),
                      weekday =
                          frame.translate(weekdays[std::chrono::weekday{today}.iso_encoding() - 1]),
                      month = frame.translate(months[static_cast<unsigned>(date.month()) - 1]);
    return frame.translate("{weekday}, {month} {day}",
                           {{"weekday", weekday}, {"month", month}, {"day", day}});
}

} // namespace

void draw_cover(Frame& frame) {
    const Palette& palette = frame.palette();
    draw_cover_background(frame);
    const render::Rect reachable = frame.reachable_area(), screen = frame.screen();
    frame.begin_target(screen, frame.translate("Touch anywhere to start"), session::Wake{},
                       "cover");
    const double width = reachable.w - 2 * frame.theme.margin();
    const TextLayout time = frame.fit_box(format_clock(frame.now.local_time), text_style::clock,
                                          width, reachable.h * 0.45);
    const TextLayout day =
        frame.fit_box(format_date(frame), text_style::lead, width, reachable.h * 0.13);
    const TextLayout school = frame.fit_box(frame.translate(frame.content.site.school),
                                            text_style::strong, width, reachable.h * 0.13);
    const TextLayout start = frame.fit_box(frame.translate("Touch anywhere to start"),
                                           text_style::label, width, reachable.h * 0.12);
    const double gap = std::min(frame.px(14), reachable.h / 24);
    const double block = time->height + day->height + gap + school->height;
    double y = reachable.y + std::max(0.0, (reachable.h - start->height - 2 * gap - block) / 2);
    const auto draw_next = [&](const TextLayout& layout, render::Color color) {
        frame.draw_text(layout, {reachable.x + frame.theme.margin(), y, width, 0}, Align::center,
                        color, palette.background);
        y += layout->height;
    };
    draw_next(time, palette.text);
    draw_next(day, palette.secondary_text);
    y += gap;
    draw_next(school, palette.accent);
    y = reachable.bottom() - start->height - gap;
    draw_next(start, palette.secondary_text);
    frame.end_target();
}

} // namespace ui
