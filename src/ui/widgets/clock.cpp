#include "ui/widgets/clock.hpp"

#include <array>
#include <chrono>
#include <string>

namespace ui {

namespace {

std::string format_time(base::LocalTime time) {
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

Clock layout_clock(const Frame& frame, const TextStyle& time_style, double width, double height) {
    Clock clock;
    clock.date = frame.balance_lines(
        frame.fit_box(format_date(frame), text_style::clock_date, width, height * 0.3));
    clock.time = frame.fit_box(format_time(frame.now.local_time), time_style, width,
                               height - clock.date->height);
    return clock;
}

void draw_clock(Frame& frame, const Clock& clock, const render::Rect& box) {
    const Palette& palette = frame.palette();
    frame.draw_text(clock.time, box, Align::center, palette.text, palette.background);
    frame.draw_text(clock.date, {box.x, box.y + clock.time->height, box.w, 0}, Align::center,
                    palette.secondary_text, palette.background);
}

} // namespace ui
