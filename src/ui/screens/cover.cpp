#include "ui/screens/screens.hpp"

#include <array>
#include <cmath>

namespace ui {

namespace {

// Plain bands of one 8-bit step each look like the gradient they are, and fill fast.
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
        frame.fill_rect({0, i * height, frame.screen().w, height + 1},
                        {mix(top.r, bottom.r, t), mix(top.g, bottom.g, t), mix(top.b, bottom.b, t), 255});
    }
}

std::string format_clock(const base::WallTime& time) {
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    return std::to_string(hour) + (time.minute < 10 ? ":0" : ":") + std::to_string(time.minute);
}

std::string format_date(const Frame& frame) {
    constexpr std::array weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
    const base::WallTime& time = frame.now.local_time;
    const std::string day = std::to_string(time.day),
                      weekday =
                          frame.translate(weekdays[static_cast<std::size_t>(time.weekday) % weekdays.size()]),
                      month = frame.translate(months[static_cast<std::size_t>(time.month - 1) % months.size()]);
    return frame.translate("{weekday}, {month} {day}", {{"weekday", weekday}, {"month", month}, {"day", day}});
}

} // namespace

void draw_cover(Frame& frame) {
    const Palette& palette = frame.palette();
    draw_cover_background(frame);
    const render::Rect reachable = frame.reachable_area(), screen = frame.screen();
    frame.begin_target(screen, frame.translate("Touch anywhere to start"), session::Wake{}, "cover");
    const double width = reachable.w - 2 * frame.theme.margin();
    const TextLayout time =
        frame.fit_box(format_clock(frame.now.local_time), type::clock, width, reachable.h * 0.45);
    const TextLayout day = frame.fit_box(format_date(frame), type::lead, width, reachable.h * 0.13);
    const TextLayout school =
        frame.fit_box(frame.translate(frame.content.site.school), type::strong, width, reachable.h * 0.13);
    const TextLayout start =
        frame.fit_box(frame.translate("Touch anywhere to start"), type::label, width, reachable.h * 0.12);
    const double gap = std::min(frame.px(14), reachable.h / 24);
    const double block = time->height + day->height + gap + school->height;
    double y = reachable.y + std::max(0.0, (reachable.h - start->height - 2 * gap - block) / 2);
    const auto draw_next = [&](const TextLayout& layout, render::Color color) {
        frame.draw_text(layout, {reachable.x + frame.theme.margin(), y, width, 0}, Align::center, color,
                        palette.background);
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
