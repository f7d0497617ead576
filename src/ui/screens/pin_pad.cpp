#include "ui/screens/staff.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/button.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double key_width = 46, key_height = 30; // at most, millimetres
constexpr int key_columns = 3, key_rows = 4;

int minutes_left(const Frame& frame) {
    const auto left = *frame.state.staff->locked_until - frame.moment.now;
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(left).count());
}

std::string message(const Frame& frame) {
    const session::Staff& staff = *frame.state.staff;
    if (staff.locked_until) {
        const int minutes = minutes_left(frame);
        return fmt::format("Locked after too many wrong PINs. Try again in {} minute{}.", minutes,
                           minutes == 1 ? "" : "s");
    }
    return staff.wrong ? "That was not the PIN." : "Only for staff.";
}

// One for each digit that was typed, never the digit.
std::string dots(const Frame& frame) {
    std::string all;
    for (std::size_t i = 0; i < frame.state.staff->typed.size(); ++i) all += i == 0 ? "•" : " •";
    return all;
}

// Title, message and dots, one below the other; returns their height, pixels.
double draw_words(Frame& frame, const Rect& column, Align align) {
    const Surface& look = frame.colours().sheet;
    const bool small = frame.theme.is_small();
    double y = column.y;
    const auto put = [&](const Written& words, Role role) {
        frame.write(words, {column.x, y, column.w, 0}, align, look.ink, look.fill, role);
        y += words->height;
    };
    put(frame.fit("Staff PIN", small ? type::heading : type::title, column.w), Role::heading);
    put(frame.set(message(frame), small ? type::label : type::body, column.w), Role::text);
    if (frame.state.staff->locked_until) return y - column.y;
    const double line = frame.set("•", type::title)->height;
    const Written typed = frame.fit(dots(frame), type::title, column.w);
    if (!typed->setting.text.empty()) put(typed, Role::digits), y -= typed->height;
    return y + line - column.y;
}

void draw_card(Frame& frame, const Rect& rect) {
    const Surface& look = frame.colours().sheet;
    frame.rounded(rect, frame.px(size::radius), look.fill, look.edge, frame.px(0.5));
}

void draw_key(Frame& frame, int index, const Rect& rect) {
    const Palette& colours = frame.colours();
    constexpr int erase = 9, zero = 10, ok = 11;
    if (index == erase) {
        const ButtonLook look{"backspace", "Delete", colours.sheet, Arrangement::below, type::tool};
        button(frame, rect, look, session::EraseDigit{}, "pad");
    } else if (index == ok) {
        const ButtonLook look{"check", "OK", colours.primary, Arrangement::beside, type::card};
        button(frame, rect, look, session::TryPin{}, "pad");
    } else {
        const char digit = static_cast<char>(index == zero ? '0' : '1' + index);
        const ButtonLook look{"", std::string(1, digit), colours.tool, Arrangement::beside, type::heading};
        button(frame, rect, look, session::TypeDigit{digit}, "pad");
    }
}

void draw_keys(Frame& frame, const Rect& area) {
    const double gap = frame.px(size::gap);
    const double width = (area.w - (key_columns - 1) * gap) / key_columns,
                 height = (area.h - (key_rows - 1) * gap) / key_rows;
    for (int i = 0; i < key_columns * key_rows; ++i)
        draw_key(frame, i,
                 {area.x + i % key_columns * (width + gap),
                  area.y + static_cast<double>(i / key_columns) * (height + gap), width, height});
}

double keys_width(const Frame& frame, double room) {
    return std::min(room, frame.px(key_columns * key_width + (key_columns - 1) * size::gap));
}

double keys_height(const Frame& frame, double room) {
    return std::min(room, frame.px(key_rows * key_height + (key_rows - 1) * size::gap));
}

// The words above the keys.
void draw_high(Frame& frame, const Rect& area) {
    const double inner = frame.px(size::pad), gap = frame.px(4);
    const bool locked = frame.state.staff->locked_until.has_value();
    const double width = keys_width(frame, area.w - 2 * inner);
    const double words = frame.quietly([&] { return draw_words(frame, {0, 0, width, 0}, Align::centre); });
    const double keys = locked ? 0 : keys_height(frame, area.h - 2 * inner - words - gap);
    const double height = words + (locked ? 0 : gap) + keys + 2 * inner;
    const Rect box{area.x + (area.w - width) / 2 - inner, area.y + std::floor((area.h - height) / 2),
                   width + 2 * inner, height};
    draw_card(frame, box);
    const Rect in = box.inset(inner);
    draw_words(frame, in, Align::centre);
    if (!locked) draw_keys(frame, {in.x, in.y + words + gap, in.w, keys});
}

// The words beside the keys.
void draw_wide(Frame& frame, const Rect& area) {
    const double inner = frame.px(frame.theme.is_low() ? 3 : size::pad), gap = frame.px(size::pad);
    const bool locked = frame.state.staff->locked_until.has_value();
    const double keys = locked ? 0 : keys_width(frame, area.w * 0.55);
    const double words = std::min(frame.px(120), area.w - keys - 2 * gap - inner);
    const double words_height = frame.quietly([&] {
        return draw_words(frame, {0, 0, words, 0}, Align::start);
    });
    const double keys_high = locked ? 0 : keys_height(frame, area.h - 2 * inner);
    const double width = gap + words + gap + (locked ? 0 : keys + inner);
    const double height = std::max(words_height + 2 * gap, keys_high + 2 * inner);
    const Rect box{area.x + (area.w - width) / 2, area.y + std::floor((area.h - height) / 2), width, height};
    draw_card(frame, box);
    draw_words(frame, {box.x + gap, box.y + (box.h - words_height) / 2, words, 0}, Align::start);
    if (!locked)
        draw_keys(frame, {box.right() - inner - keys, box.y + (box.h - keys_high) / 2, keys, keys_high});
}

} // namespace

void draw_pin_pad(Frame& frame) {
    frame.fill(frame.screen(), frame.colours().ground);
    const Rect area = bar(frame).inset(frame.px(frame.theme.is_low() ? 3 : 6));
    if (frame.theme.is_wide())
        draw_wide(frame, area);
    else
        draw_high(frame, area);
}

} // namespace ui
