#include "ui/widgets/scroll.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
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

// Keeps a fade out of each code that is whole in its window, with the plain ground around it that a phone
// needs.
Rect clear_of_codes(const Frame& frame, const Rect& window, Rect band, bool at_bottom) {
    constexpr double around = 0.2; // of the code's side: four modules of twenty-one, and a little
    for (const Node& node : frame.outline) {
        const Rect zone = node.rect.inset(-around * node.rect.h);
        const bool whole = node.rect.y >= window.y && node.rect.bottom() <= window.bottom();
        if (node.role != Role::code || !node.scrolls || !whole || zone.common(band).h <= 0) continue;
        const double end = band.bottom();
        if (at_bottom)
            band.y = std::min(end, std::max(band.y, std::ceil(zone.bottom()))), band.h = end - band.y;
        else
            band.h = std::max(0.0, std::floor(zone.y) - band.y);
    }
    return band;
}

// Grows denser from the top of `band` to its bottom, or the other way round.
void fade_band(Frame& frame, const Rect& band, bool downwards, Colour ground) {
    const int steps = std::clamp(static_cast<int>(band.h), 8, 32);
    for (int i = 0; i < steps; ++i) {
        const int dense = downwards ? i + 1 : steps - i;
        const double top = std::round(band.h * i / steps), bottom = std::round(band.h * (i + 1) / steps);
        ground.a = static_cast<std::uint8_t>(255 * dense / steps);
        frame.fill({band.x, band.y + top, band.w, bottom - top}, ground);
    }
}

// Where the column goes on beyond its window it fades away, so that a line cut in two does not look like a
// fault.
void fade(Frame& frame, const Rect& column, const Rect& window, double offset, double height, Colour ground) {
    const double depth = std::round(std::min(frame.px(5), window.h / 6));
    const double x = std::round(column.x), y = std::round(window.y), bottom = std::round(window.bottom());
    const double width = std::round(column.right()) - x;
    const auto draw = [&](const Rect& band, bool downwards) {
        fade_band(frame, clear_of_codes(frame, window, band, downwards), downwards, ground);
    };
    if (offset + window.h < height - hair) draw({x, bottom - depth, width, depth}, true);
    if (offset > hair) draw({x, y, width, depth}, false);
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
    fade(frame, column, window, offset, height, ground);
    page_buttons(frame, place, beside, frame.theme.mm(window.h) * 0.85, most);
}

} // namespace ui
