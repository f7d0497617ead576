#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

void countdown(Frame& frame, const Rect& box) {
    const Surface& look = frame.colours().sheet;
    const int seconds = session::seconds_left(frame.content, frame.state, frame.moment.now);
    const double all = static_cast<double>(frame.content.site.idle.leave_after.count());
    const double stroke = std::min(frame.px(5), box.w * 0.09);
    frame.ring(box, seconds / all, stroke, frame.colours().rule, frame.colours().accent);
    const Written number = frame.fit_box(std::to_string(seconds), type::title, box.w * 0.55, box.h * 0.6);
    frame.write(number, {box.x, box.y + (box.h - number->height) / 2, box.w, 0}, Align::centre, look.ink,
                look.fill, Role::digits);
}

void buttons(Frame& frame, const Rect& area, bool row) {
    const Palette& colours = frame.colours();
    const double height = frame.px(size::primary), gap = frame.px(size::gap);
    ButtonLook stay{"", frame.say("I’m still here"), colours.primary, Arrangement::beside, type::card};
    ButtonLook clear{"", frame.say("Clear it now"), colours.tool, Arrangement::beside, type::button};
    const Rect first{area.x, area.y, row ? (area.w - gap) / 2 : area.w, height};
    Rect second = first;
    (row ? second.x : second.y) += gap + (row ? first.w : height);
    button(frame, first, stay, session::Stay{}, "warning");
    button(frame, second, clear, session::EndVisit{}, "warning");
}

// The words, in what height there is for them.
struct WarningWords {
    Written heading, line;

    double height() const { return heading->height + line->height; }
};

WarningWords words(const Frame& frame, double width, double height, bool beside) {
    WarningWords set;
    set.heading =
        frame.fit_box(frame.say("Still there?"), beside ? type::heading : type::title, width, height * 0.45);
    set.line = frame.fit_box(frame.say("This screen will clear itself to keep your visit private."), type::body,
                             width, height - set.heading->height);
    set.line = beside ? frame.tidy(set.line) : frame.balanced(set.line);
    return set;
}

// Ring and words above the buttons; where that is too high the ring stands beside the words, and on a wide
// panel the buttons beside each other.
void draw_question(Frame& frame, const Rect& area) {
    const Surface& look = frame.colours().sheet;
    const double gap = frame.px(6), width = std::min(area.w, frame.px(220)),
                 inner = width - 2 * frame.px(size::pad);
    const double button = frame.px(size::primary), stacked = 2 * button + frame.px(size::gap);
    const bool beside = area.h - stacked - gap - 2 * frame.px(size::pad) < frame.px(125);
    const bool row = beside && frame.theme.is_wide();
    const double feet = row ? button : stacked, room = area.h - feet - gap - 2 * frame.px(size::pad);
    const double ring = beside ? std::min(frame.px(34), room) : frame.px(60);
    const WarningWords set =
        words(frame, beside ? inner - ring - gap : inner, beside ? room : room - ring - gap, beside);
    const double head = beside ? std::max(ring, set.height()) : ring + gap + set.height();
    const double height = head + gap + feet + 2 * frame.px(size::pad);
    const Rect box{area.x + (area.w - width) / 2, area.y + std::floor((area.h - height) / 2), width, height};
    sheet(frame, box, look);
    const Rect in = box.inset(frame.px(size::pad));
    countdown(frame,
              {beside ? in.x : in.x + (in.w - ring) / 2, beside ? in.y + (head - ring) / 2 : in.y, ring, ring});
    const double x = beside ? in.x + ring + gap : in.x;
    const double y = beside ? in.y + (head - set.height()) / 2 : in.y + ring + gap;
    const Align align = beside ? Align::start : Align::centre;
    frame.write(set.heading, {x, y, in.right() - x, 0}, align, look.ink, look.fill, Role::heading);
    frame.write(set.line, {x, y + set.heading->height, in.right() - x, 0}, align, look.ink, look.fill);
    buttons(frame, {in.x, in.y + head + gap, in.w, feet}, row);
}

} // namespace

void draw_warning(Frame& frame) {
    draw_question(frame, veil_page(frame).inset(frame.px(4)));
    // Any touch keeps the exact place, also one of the tools around the question. But Hide and "Clear it now"
    // are meant.
    const bool meant = frame.made && (std::holds_alternative<session::Hide>(*frame.made) ||
                                      std::holds_alternative<session::EndVisit>(*frame.made));
    if (frame.touching.lifted && !meant) frame.made = session::Stay{};
}

} // namespace ui
