#include "ui/widgets/button.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr double label_pad = 6; // beside the label, millimetres
constexpr double icon_gap = 3;
constexpr double most_icon = 11;

double icon_side(const Frame& frame, const ButtonLook& look) {
    return look.icon.empty() ? 0 : std::min(frame.theme.em(look.type) * 1.35, frame.px(most_icon));
}

void label_beside(Frame& frame, const Rect& rect, const ButtonLook& look, Colour ground) {
    double icon = icon_side(frame, look);
    const double gap = icon > 0 ? frame.px(icon_gap) : 0;
    const double edge = frame.px(label_pad) / 2;
    const Written label =
        frame.fit_box(look.label, look.type, rect.w - 2 * edge - icon - gap, rect.h - frame.px(1));
    icon = std::min(icon, label->setting.px * 1.35);
    const double width = icon + gap + label->width;
    const double x = rect.x + (rect.w - width) / 2;
    if (icon > 0) frame.icon(look.icon, {x, rect.y + (rect.h - icon) / 2, icon, icon}, look.colours.ink);
    const Rect box{x + icon + gap, rect.y + (rect.h - label->height) / 2, static_cast<double>(label->width) + 1,
                   static_cast<double>(label->height)};
    frame.write(label, box, label->lines.size() > 1 && icon == 0 ? Align::centre : Align::start,
                look.colours.ink, ground);
}

void label_below(Frame& frame, const Rect& rect, const ButtonLook& look, Colour ground) {
    const double edges = std::min(frame.px(5), rect.w * 0.1);
    const Written label = frame.balanced(frame.fit_box(look.label, look.type, rect.w - edges, rect.h * 0.6));
    const double icon = std::min(frame.px(9.5), rect.h - label->height - frame.px(1));
    const double top = rect.y + (rect.h - icon - label->height) / 2;
    frame.icon(look.icon, {rect.x + (rect.w - icon) / 2, top, icon, icon}, look.colours.ink);
    frame.write(label, {rect.x, top + icon, rect.w, static_cast<double>(label->height)}, Align::centre,
                look.colours.ink, ground);
}

} // namespace

double button_width(const Frame& frame, const ButtonLook& look) {
    const double icon = icon_side(frame, look);
    return frame.set(look.label, look.type)->width + icon + (icon > 0 ? frame.px(icon_gap) : 0) +
           2 * frame.px(label_pad);
}

double button_height(const Frame& frame, const ButtonLook& look, double width) {
    const double icon = icon_side(frame, look), beside = icon > 0 ? icon + frame.px(icon_gap) : 0;
    return frame.set(look.label, look.type, width - frame.px(label_pad) - beside)->height + frame.px(6);
}

Colour pressed(Colour fill) {
    const bool dark = 2 * fill.r + 5 * fill.g + fill.b < 8 * 110;
    const auto shift = [dark](std::uint8_t channel) {
        return static_cast<std::uint8_t>(dark ? channel + (255 - channel) / 6 : channel - channel / 8);
    };
    return {shift(fill.r), shift(fill.g), shift(fill.b), fill.a};
}

Held button(Frame& frame, const Rect& rect, const ButtonLook& look, const session::Event& event,
            std::string_view where) {
    const Held held = frame.target(rect, look.label, event, where, look.primary);
    const Colour ground = held.pressed ? pressed(look.colours.fill) : look.colours.fill;
    const double radius = look.pill ? rect.h / 2 : frame.px(size::radius);
    const bool edged = look.outlined || look.colours.edge != look.colours.fill;
    frame.rounded(rect, radius, ground, look.outlined ? look.colours.ink : look.colours.edge,
                  edged ? frame.px(look.outlined ? 0.7 : 0.5) : 0);
    if (look.arrangement == Arrangement::beside)
        label_beside(frame, rect, look, ground);
    else
        label_below(frame, rect, look, ground);
    frame.focus_ring(rect, radius);
    frame.close_target();
    return held;
}

} // namespace ui
