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

struct Words {
    Written heading, line;
};

void buttons(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    const double height = frame.px(size::primary);
    ButtonLook stay{"", frame.say("I’m still here"), colours.primary, Arrangement::beside, type::card};
    ButtonLook clear{"", frame.say("Clear it now"), colours.tool, Arrangement::beside, type::button};
    button(frame, {column.x, column.y, column.w, height}, stay, session::Stay{}, "warning");
    button(frame, {column.x, column.y + height + frame.px(size::gap), column.w, height}, clear,
           session::EndVisit{}, "warning");
}

// Ring and words above the buttons; on a low panel the ring stands beside the heading.
void draw_card(Frame& frame, const Rect& area) {
    const Palette& colours = frame.colours();
    const double width = std::min(area.w, frame.px(220)), inner = width - 2 * frame.px(pad);
    const bool low = area.h < frame.px(190);
    const double ring = frame.px(low ? 26 : 60), gap = frame.px(4);
    const double text_width = low ? inner - ring - gap : inner;
    const Words words{frame.fit(frame.say("Still there?"), low ? type::heading : type::title, text_width, 2),
                      frame.fit(frame.say("This screen will clear itself to keep your visit private."),
                                low ? type::label : type::body, text_width, 4)};
    const double text = words.heading->height + words.line->height;
    const double head = low ? std::max(ring, text) : ring + gap + text;
    const double feet = 2 * frame.px(size::primary) + frame.px(size::gap);
    const double height = head + gap + feet + 2 * frame.px(pad);
    const Rect box{area.x + (area.w - width) / 2, area.y + std::floor((area.h - height) / 2), width, height};
    sheet(frame, box, colours.sheet);
    const Rect in = box.inset(frame.px(pad));
    countdown(frame, low ? Rect{in.x, in.y, ring, ring} : Rect{in.x + (in.w - ring) / 2, in.y, ring, ring});
    const double x = low ? in.x + ring + gap : in.x, y = low ? in.y + (head - text) / 2 : in.y + ring + gap;
    const Align align = low ? Align::start : Align::centre;
    frame.write(words.heading, {x, y, text_width, 0}, align, colours.sheet.ink, colours.sheet.fill,
                Role::heading);
    frame.write(words.line, {x, y + words.heading->height, text_width, 0}, align, colours.sheet.ink,
                colours.sheet.fill);
    buttons(frame, {in.x, in.y + head + gap, in.w, feet});
}

} // namespace

void draw_warning(Frame& frame) {
    draw_card(frame, veil_page(frame).inset(frame.px(4)));
    if (frame.touching.lifted && !frame.made) frame.made = session::Stay{}; // any touch keeps the exact place
}

} // namespace ui
