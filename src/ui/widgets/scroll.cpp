#include "ui/widgets/scroll.hpp"

#include "ui/widgets/button.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr double stacked_width = 25, stacked_height = 24; // of the buttons beside a column, millimetres
constexpr double low_view = 110;                          // too low to give a row to the buttons
constexpr double hair = 0.5;                              // pixels that are not worth scrolling for

ButtonLook more_look(const Frame& frame, bool down, bool stacked) {
    ButtonLook look{down ? "expand_more" : "expand_less", frame.say(down ? "More" : "Up"),
                    frame.colours().primary};
    look.pill = !stacked;
    if (stacked) look.arrangement = Arrangement::below, look.type = type::tool;
    return look;
}

// Wide enough for the longer of the two words.
double stacked_side(const Frame& frame) {
    double widest = frame.px(stacked_width);
    for (const bool down : {true, false})
        widest =
            std::max(widest, frame.set(more_look(frame, down, true).label, type::tool)->width + frame.px(4));
    return std::min(widest, frame.px(40));
}

Rect column_in(const Rect& view, double width) {
    const double w = std::min(width, view.w);
    return {view.x + (view.w - w) / 2, view.y, w, view.h};
}

// One button for each direction that there is something in.
void page_buttons(Frame& frame, const Rect& place, bool stacked, double step_mm, double most_mm) {
    const double at = std::min(session::scroll(frame.state), most_mm), gap = frame.px(size::gap);
    const double height = frame.px(stacked ? stacked_height : size::target);
    const double wanted = std::max(frame.px(52), button_width(frame, more_look(frame, true, stacked)));
    const double width = stacked ? place.w : std::min(wanted, (place.w - gap) / 2);
    Rect down{place.right() - width, place.bottom() - height, width, height};
    Rect up = down;
    if (stacked)
        up.y -= height + gap;
    else
        up.x -= width + gap;
    constexpr double nearly = 0.5; // millimetres that are not worth a button
    if (at < most_mm - nearly)
        button(frame, down, more_look(frame, true, stacked), session::ScrollTo{std::min(most_mm, at + step_mm)},
               "down");
    if (at > nearly)
        button(frame, up, more_look(frame, false, stacked), session::ScrollTo{std::max(0.0, at - step_mm)},
               "up");
}

// Where the column goes on beyond its window it fades away, so that a line cut in two does not look like a
// fault.
void fade(Frame& frame, const Rect& column, const Rect& window, double offset, double height, Colour ground) {
    constexpr int steps = 8;
    const double depth = std::min(frame.px(7), window.h / 6), band = std::max(1.0, std::round(depth / steps));
    for (int i = 0; i < steps; ++i) {
        Colour colour = ground;
        colour.a = static_cast<std::uint8_t>(255 * (i + 1) / (steps + 1));
        const double in = (steps - i) * band;
        if (offset + window.h < height - hair)
            frame.fill({column.x, window.bottom() - in, column.w, band}, colour);
        if (offset > hair) frame.fill({column.x, window.y + in - band, column.w, band}, colour);
    }
}

double measure(Frame& frame, const Rect& column, const DrawColumn& draw) {
    return frame.quietly([&] { return draw(column); });
}

} // namespace

void scroll(Frame& frame, const Rect& view, double width, const DrawColumn& draw, Colour ground, bool centred) {
    Rect column = column_in(view, width);
    double height = measure(frame, column, draw);
    if (height <= view.h + hair) {
        if (centred) column.y += std::floor((view.h - height) / 2);
        draw(column);
        return;
    }
    const double gap = frame.px(size::gap), side = stacked_side(frame);
    const double margin = std::min(frame.theme.margin(), (view.w - column.w) / 2);
    const bool roomy = view.w - column.w >= 2 * (side + gap + margin);
    const bool beside = roomy || view.h < frame.px(low_view);
    Rect window = view, place;
    window.h -= gap; // what is cut off there must not touch what lies below
    if (beside) {
        place = {view.right() - margin - side, view.y, side, view.h - gap};
        if (!roomy) {
            column.w = place.x - gap - column.x;
            height = measure(frame, column, draw);
        }
    } else {
        window.h -= frame.px(size::target) + gap;
        place = {column.x, window.bottom() + gap, column.w, frame.px(size::target)};
        height = measure(frame, column, draw);
    }
    const double most = frame.theme.mm(std::max(0.0, height - window.h));
    const double offset = std::round(frame.px(std::min(session::scroll(frame.state), most)));
    frame.scrollable = {frame.mirrored(window), most};
    frame.clip(window);
    draw({column.x, window.y - offset, column.w, column.h});
    frame.unclip();
    if (ground.a > 0) fade(frame, column, window, offset, height, ground);
    page_buttons(frame, place, beside, frame.theme.mm(window.h) * 0.85, most);
}

} // namespace ui
