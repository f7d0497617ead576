#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/button.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double max_key_width_mm = 46;
constexpr double max_key_height_mm = 30;
constexpr int key_column_count = 3;
constexpr int key_row_count = 4;

int minutes_left(const Frame& frame) {
    const auto left = *frame.state.staff->locked_until - frame.now.since_boot;
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(left).count());
}

std::string pin_message(const Frame& frame) {
    const session::StaffState& staff = *frame.state.staff;
    if (staff.locked_until) {
        const int minutes = minutes_left(frame);
        return fmt::format("Locked after too many wrong PINs. Try again in {} minute{}.", minutes,
                           minutes == 1 ? "" : "s");
    }
    return staff.is_wrong ? "Wrong PIN." : "Staff only.";
}

// Returns a dot for each digit that was typed. The digits themselves are never shown.
std::string pin_dots(const Frame& frame) {
    std::string all;
    for (std::size_t i = 0; i < frame.state.staff->entered_pin.size(); ++i)
        all += i == 0 ? "•" : " •";
    return all;
}

// Draws the title, the message and the dots from top to bottom. Returns their height in pixels.
double draw_pin_text(Frame& frame, const render::Rect& column, Align align) {
    const ComponentColors& colors = frame.palette().sheet;
    const bool is_short = frame.theme.is_short();
    double y = column.y;
    const auto draw_next = [&](const TextLayout& layout, Role role) {
        frame.draw_text(layout, {column.x, y, column.w, 0}, align, colors.text, colors.fill, role);
        y += layout->height;
    };
    draw_next(
        frame.fit_lines("Staff PIN", is_short ? text_style::heading : text_style::title, column.w),
        Role::heading);
    draw_next(frame.layout_text(pin_message(frame), is_short ? text_style::label : text_style::body,
                                column.w),
              Role::text);
    if (frame.state.staff->locked_until) return y - column.y;
    const double dots_height = frame.layout_text("•", text_style::title)->height;
    const TextLayout dots_layout = frame.fit_number(pin_dots(frame), text_style::title, column.w);
    if (!dots_layout->spec.text.empty())
        draw_next(dots_layout, Role::digits), y -= dots_layout->height;
    return y + dots_height - column.y;
}

void draw_pin_card(Frame& frame, const render::Rect& rect) {
    const ComponentColors& colors = frame.palette().sheet;
    frame.draw_rounded_rect(rect, frame.px(metric::radius), colors.fill, colors.edge,
                            frame.px(0.5));
}

void draw_key(Frame& frame, int index, const render::Rect& rect) {
    const Palette& palette = frame.palette();
    constexpr int erase = 9, zero = 10, ok = 11;
    if (index == erase) {
        const ButtonStyle style{"backspace", "Delete", palette.sheet, LabelPosition::below,
                                text_style::small_button};
        draw_button(frame, rect, style, session::EraseDigit{}, "pad");
    } else if (index == ok) {
        const ButtonStyle style{"check", "OK", palette.primary, LabelPosition::beside,
                                text_style::card};
        draw_button(frame, rect, style, session::SubmitPin{}, "pad");
    } else {
        const char digit = static_cast<char>(index == zero ? '0' : '1' + index);
        const ButtonStyle style{"", std::string(1, digit), palette.secondary_button,
                                LabelPosition::beside, text_style::heading};
        draw_button(frame, rect, style, session::TypeDigit{digit}, "pad");
    }
}

void draw_keys(Frame& frame, const render::Rect& area) {
    const double gap = frame.px(metric::gap);
    const double width = (area.w - (key_column_count - 1) * gap) / key_column_count,
                 height = (area.h - (key_row_count - 1) * gap) / key_row_count;
    for (int i = 0; i < key_column_count * key_row_count; ++i)
        draw_key(frame, i,
                 {area.x + i % key_column_count * (width + gap),
                  area.y + static_cast<double>(i / key_column_count) * (height + gap), width,
                  height});
}

double keys_width(const Frame& frame, double available) {
    return std::min(available, frame.px(key_column_count * max_key_width_mm +
                                        (key_column_count - 1) * metric::gap));
}

double keys_height(const Frame& frame, double available) {
    return std::min(
        available, frame.px(key_row_count * max_key_height_mm + (key_row_count - 1) * metric::gap));
}

// Draws the text above the keys.
void draw_pin_pad_stacked(Frame& frame, const render::Rect& area) {
    const double inner = frame.px(metric::padding), gap = frame.px(4);
    const bool is_locked = frame.state.staff->locked_until.has_value();
    const double width = keys_width(frame, area.w - 2 * inner);
    const double text_height = frame.measure([&] {
        return draw_pin_text(frame, {0, 0, width, 0}, Align::center);
    });
    const double key_area_height =
        is_locked ? 0 : keys_height(frame, area.h - 2 * inner - text_height - gap);
    const double height = text_height + (is_locked ? 0 : gap) + key_area_height + 2 * inner;
    const render::Rect box{area.x + (area.w - width) / 2 - inner,
                           area.y + std::floor((area.h - height) / 2), width + 2 * inner, height};
    draw_pin_card(frame, box);
    const render::Rect in = box.inset(inner);
    draw_pin_text(frame, in, Align::center);
    if (!is_locked) draw_keys(frame, {in.x, in.y + text_height + gap, in.w, key_area_height});
}

// Draws the text beside the keys.
void draw_pin_pad_side_by_side(Frame& frame, const render::Rect& area) {
    const double inner = frame.px(frame.theme.is_very_short() ? 3 : metric::padding),
                 gap = frame.px(metric::padding);
    const bool is_locked = frame.state.staff->locked_until.has_value();
    const double key_area_width = is_locked ? 0 : keys_width(frame, area.w * 0.55);
    const double text_width = std::min(frame.px(120), area.w - key_area_width - 2 * gap - inner);
    const double text_height = frame.measure([&] {
        return draw_pin_text(frame, {0, 0, text_width, 0}, Align::start);
    });
    const double key_area_height = is_locked ? 0 : keys_height(frame, area.h - 2 * inner);
    const double width = gap + text_width + gap + (is_locked ? 0 : key_area_width + inner);
    const double height = std::max(text_height + 2 * gap, key_area_height + 2 * inner);
    const render::Rect box{area.x + (area.w - width) / 2,
                           area.y + std::floor((area.h - height) / 2), width, height};
    draw_pin_card(frame, box);
    draw_pin_text(frame, {box.x + gap, box.y + (box.h - text_height) / 2, text_width, 0},
                  Align::start);
    if (!is_locked)
        draw_keys(frame, {box.right() - inner - key_area_width,
                          box.y + (box.h - key_area_height) / 2, key_area_width, key_area_height});
}

} // namespace

void draw_pin_pad(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect area =
        draw_bottom_bar(frame).inset(frame.px(frame.theme.is_very_short() ? 3 : 6));
    if (frame.theme.is_wide())
        draw_pin_pad_side_by_side(frame, area);
    else
        draw_pin_pad_stacked(frame, area);
}

} // namespace ui
