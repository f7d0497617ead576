#include "ui/screens/screens.hpp"

#include <array>
#include <cmath>

namespace ui {

namespace {

// Plain bands of one 8-bit step each look like the gradient they are, and fill fast.
void draw_dawn(Frame& frame) {
    const Colour top = frame.colours().dawn, bottom = frame.colours().ground;
    constexpr int bands = 24;
    const double height = frame.screen().h / bands;
    const auto mix = [](std::uint8_t a, std::uint8_t b, double t) {
        return static_cast<std::uint8_t>(
            std::lround(std::lerp(static_cast<double>(a), static_cast<double>(b), t)));
    };
    for (int i = 0; i < bands; ++i) {
        const double t = static_cast<double>(i) / (bands - 1);
        frame.fill({0, i * height, frame.screen().w, height + 1},
                   {mix(top.r, bottom.r, t), mix(top.g, bottom.g, t), mix(top.b, bottom.b, t), 255});
    }
}

std::string clock(const WallTime& time) {
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    return std::to_string(hour) + (time.minute < 10 ? ":0" : ":") + std::to_string(time.minute);
}

std::string date(const Frame& frame) {
    constexpr std::array weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
    const WallTime& time = frame.moment.wall;
    const std::string day = std::to_string(time.day),
                      weekday = frame.say(weekdays[static_cast<std::size_t>(time.weekday) % weekdays.size()]),
                      month = frame.say(months[static_cast<std::size_t>(time.month - 1) % months.size()]);
    return frame.say("{weekday}, {month} {day}", {{"weekday", weekday}, {"month", month}, {"day", day}});
}

} // namespace

void draw_cover(Frame& frame) {
    const Palette& colours = frame.colours();
    draw_dawn(frame);
    const Rect reach = frame.reach(), screen = frame.screen();
    frame.target(screen, frame.say("Touch anywhere to start"), session::Wake{}, "cover");
    const double width = reach.w - 2 * frame.theme.margin();
    const Written time = frame.fit_box(clock(frame.moment.wall), type::clock, width, reach.h * 0.45);
    const Written day = frame.fit_box(date(frame), type::lead, width, reach.h * 0.13);
    const Written school =
        frame.fit_box(frame.say(frame.content.site.school), type::strong, width, reach.h * 0.13);
    const Written start =
        frame.fit_box(frame.say("Touch anywhere to start"), type::label, width, reach.h * 0.12);
    const double gap = std::min(frame.px(14), reach.h / 24);
    const double block = time->height + day->height + gap + school->height;
    double y = reach.y + std::max(0.0, (reach.h - start->height - 2 * gap - block) / 2);
    const auto put = [&](const Written& words, Colour ink) {
        frame.write(words, {reach.x + frame.theme.margin(), y, width, 0}, Align::centre, ink, colours.ground);
        y += words->height;
    };
    put(time, colours.ink);
    put(day, colours.quiet);
    y += gap;
    put(school, colours.accent);
    y = reach.bottom() - start->height - gap;
    put(start, colours.quiet);
    frame.close_target();
}

} // namespace ui
