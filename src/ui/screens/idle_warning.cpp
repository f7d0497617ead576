#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

void draw_countdown(Frame& frame, const render::Rect& box) {
    const ComponentColors& colors = frame.palette().sheet;
    const int seconds = session::seconds_left(frame.content, frame.state, frame.now.since_boot);
    const double total_seconds = static_cast<double>(frame.content.site.idle.leave_after.count());
    const double stroke = std::min(frame.px(5), box.w * 0.09);
    frame.draw_progress_ring(box, seconds / total_seconds, stroke, frame.palette().divider,
                             frame.palette().accent);
    const TextLayout count =
        frame.fit_box(std::to_string(seconds), text_style::title, box.w * 0.55, box.h * 0.6);
    frame.draw_text(count, {box.x, box.y + (box.h - count->height) / 2, box.w, 0}, Align::center,
                    colors.text, colors.fill, Role::digits);
}

void draw_warning_buttons(Frame& frame, const render::Rect& area, bool is_row) {
    const Palette& palette = frame.palette();
    const double height = frame.px(metric::primary), gap = frame.px(metric::gap);
    ButtonStyle stay_style{"", frame.translate("Keep reading"), palette.primary,
                           LabelPosition::beside, text_style::card};
    ButtonStyle clear_style{"", frame.translate("Close now"), palette.secondary_button,
                            LabelPosition::beside, text_style::button};
    const render::Rect stay_rect{area.x, area.y, is_row ? (area.w - gap) / 2 : area.w, height};
    render::Rect clear_rect = stay_rect;
    (is_row ? clear_rect.x : clear_rect.y) += gap + (is_row ? stay_rect.w : height);
    draw_button(frame, stay_rect, stay_style, session::ContinueVisit{}, "warning");
    draw_button(frame, clear_rect, clear_style, session::EndVisit{}, "warning");
}

// The texts of the warning, in the space available for them.
struct WarningText {
    TextLayout heading;
    TextLayout body;

    double height() const { return heading->height + body->height; }
};

WarningText layout_warning_text(const Frame& frame, double width, double height, bool is_beside) {
    WarningText text;
    text.heading =
        frame.fit_box(frame.translate("Are you still here?"),
                      is_beside ? text_style::heading : text_style::title, width, height * 0.45);
    text.body = frame.fit_box(frame.translate("For your privacy, this page will close soon."),
                              text_style::body, width, height - text.heading->height);
    text.body = is_beside ? frame.avoid_widow(text.body) : frame.balance_lines(text.body);
    return text;
}

// Draws the ring and the texts above the buttons. If that is too high, the ring is beside the
// texts, and on a wide panel the buttons are side by side.
void draw_question(Frame& frame, const render::Rect& area) {
    const ComponentColors& colors = frame.palette().sheet;
    const double gap = frame.px(6), width = std::min(area.w, frame.px(220)),
                 inner = width - 2 * frame.px(metric::padding);
    const double button = frame.px(metric::primary),
                 stacked_height = 2 * button + frame.px(metric::gap);
    const bool is_beside =
        area.h - stacked_height - gap - 2 * frame.px(metric::padding) < frame.px(125);
    const bool is_row = is_beside && frame.theme.is_wide();
    const double buttons_height = is_row ? button : stacked_height,
                 room = area.h - buttons_height - gap - 2 * frame.px(metric::padding);
    const double ring_side = is_beside ? std::min(frame.px(34), room) : frame.px(60);
    const WarningText text =
        layout_warning_text(frame, is_beside ? inner - ring_side - gap : inner,
                            is_beside ? room : room - ring_side - gap, is_beside);
    const double head_height =
        is_beside ? std::max(ring_side, text.height()) : ring_side + gap + text.height();
    const double height = head_height + gap + buttons_height + 2 * frame.px(metric::padding);
    const render::Rect box{area.x + (area.w - width) / 2,
                           area.y + std::floor((area.h - height) / 2), width, height};
    draw_sheet(frame, box, colors);
    const render::Rect in = box.inset(frame.px(metric::padding));
    draw_countdown(frame,
                   {is_beside ? in.x : in.x + (in.w - ring_side) / 2,
                    is_beside ? in.y + (head_height - ring_side) / 2 : in.y, ring_side, ring_side});
    const double x = is_beside ? in.x + ring_side + gap : in.x;
    const double y = is_beside ? in.y + (head_height - text.height()) / 2 : in.y + ring_side + gap;
    const Align align = is_beside ? Align::start : Align::center;
    frame.draw_text(text.heading, {x, y, in.right() - x, 0}, align, colors.text, colors.fill,
                    Role::heading);
    frame.draw_text(text.body, {x, y + text.heading->height, in.right() - x, 0}, align, colors.text,
                    colors.fill);
    draw_warning_buttons(frame, {in.x, in.y + head_height + gap, in.w, buttons_height}, is_row);
}

} // namespace

void draw_idle_warning(Frame& frame) {
    draw_question(frame, draw_scrim(frame).inset(frame.px(4)));
    // Any touch continues the visit on the same page, even a touch on a button of the bottom bar.
    // Only Hide and "Close now" have their own effect.
    const bool is_deliberate =
        frame.event && (std::holds_alternative<session::Hide>(*frame.event) ||
                        std::holds_alternative<session::EndVisit>(*frame.event));
    if (frame.pointer.is_lifted && !is_deliberate) frame.event = session::ContinueVisit{};
}

} // namespace ui
