#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/sheet.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr double pad = 8;

void countdown(Frame& frame, const Rect& box) {
    const Surface& look = frame.colours().sheet;
    const int seconds = session::seconds_left(frame.content, frame.state, frame.moment.now);
    const double all = static_cast<double>(frame.content.site.idle.leave_after.count());
    frame.ring(box, seconds / all, frame.px(5), frame.colours().tool.fill, frame.colours().accent);
    const Written number = frame.fit(std::to_string(seconds), type::title, box.w * 0.6);
    frame.write(number, {box.x, box.y + (box.h - number->height) / 2, box.w, 0}, Align::centre, look.ink,
                look.fill, Role::digits);
}

void buttons(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    const double height = frame.px(size::primary);
    ButtonLook stay{"", frame.say("I’m still here"), colours.primary, Arrangement::beside, type::card};
    ButtonLook clear{"", frame.say("Clear it now"), colours.tool, Arrangement::beside, type::button};
    button(frame, {column.x, column.y, column.w, height}, stay, session::Stay{}, "warning");
    button(frame, {column.x, column.y + height + frame.px(size::gap), column.w, height}, clear,
           session::EndVisit{}, "warning");
}

// The words, in what height there is for them.
struct Words {
    Written heading, line;

    double height() const { return heading->height + line->height; }
};

Words words(const Frame& frame, double width, double height, bool beside) {
    Words set;
    set.heading =
        frame.fit_box(frame.say("Still there?"), beside ? type::heading : type::title, width, height * 0.45);
    set.line = frame.fit_box(frame.say("This screen will clear itself to keep your visit private."),
                             beside ? type::label : type::body, width, height - set.heading->height);
    return set;
}

// Ring and words above the buttons; where that is too high the ring stands beside the words.
void draw_card(Frame& frame, const Rect& area) {
    const Surface& look = frame.colours().sheet;
    const double gap = frame.px(6), width = std::min(area.w, frame.px(220)), inner = width - 2 * frame.px(pad);
    const double feet = 2 * frame.px(size::primary) + frame.px(size::gap);
    const double room = area.h - feet - gap - 2 * frame.px(pad);
    const bool beside = room < frame.px(125);
    const double ring = beside ? std::min(frame.px(26), room) : frame.px(60);
    const Words set =
        words(frame, beside ? inner - ring - gap : inner, beside ? room : room - ring - gap, beside);
    const double head = beside ? std::max(ring, set.height()) : ring + gap + set.height();
    const double height = head + gap + feet + 2 * frame.px(pad);
    const Rect box{area.x + (area.w - width) / 2, area.y + std::floor((area.h - height) / 2), width, height};
    sheet(frame, box, look);
    const Rect in = box.inset(frame.px(pad));
    countdown(frame,
              {beside ? in.x : in.x + (in.w - ring) / 2, beside ? in.y + (head - ring) / 2 : in.y, ring, ring});
    const double x = beside ? in.x + ring + gap : in.x;
    const double y = beside ? in.y + (head - set.height()) / 2 : in.y + ring + gap;
    const Align align = beside ? Align::start : Align::centre;
    frame.write(set.heading, {x, y, in.right() - x, 0}, align, look.ink, look.fill, Role::heading);
    frame.write(set.line, {x, y + set.heading->height, in.right() - x, 0}, align, look.ink, look.fill);
    buttons(frame, {in.x, in.y + head + gap, in.w, feet});
}

} // namespace

void draw_warning(Frame& frame) {
    draw_card(frame, veil_page(frame).inset(frame.px(4)));
    if (frame.touching.lifted && !frame.made) frame.made = session::Stay{}; // any touch keeps the exact place
}

} // namespace ui
