#include "ui/screens/staff.hpp"
#include "ui/widgets/bar.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr int length_mm = 100; // of the panel
constexpr double thickness = 16, label_gap = 2;

// The bar, with a mark each centimetre, from its first pixel to its last as long as the panel's size says.
void draw_bar(Frame& frame, const Rect& bar, bool upright) {
    const Palette& colours = frame.colours();
    const double mm = 1 / frame.theme.panel_mm(1), mark = std::max(1.0, std::round(frame.px(0.4)));
    frame.fill(bar, colours.accent);
    for (int at = 10; at < length_mm; at += 10) {
        const double along = std::round(at * mm - mark / 2), across = frame.px(at == 50 ? 10 : 6);
        if (upright)
            frame.fill({bar.x, bar.y + along, across, mark}, colours.ground);
        else
            frame.fill({bar.x + along, bar.y, mark, across}, colours.ground);
    }
}

double write_below(Frame& frame, std::string_view words, const Type& type, const Rect& column, Colour ink,
                   Role role = Role::text) {
    const Written written = frame.set(words, type, column.w);
    frame.write(written, column, Align::start, ink, frame.colours().ground, role);
    return written->height;
}

double draw_words(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    const bool small = frame.theme.is_low();
    double y = column.y;
    const auto put = [&](std::string_view words, const Type& type, Colour ink, Role role = Role::text) {
        y += write_below(frame, words, type, {column.x, y, column.w, 0}, ink, role) + frame.px(small ? 1 : 3);
    };
    put("Panel ruler", type::heading, colours.ink, Role::heading);
    put("Hold a ruler against the bar. It should be exactly 100\u00a0mm long.",
        small ? type::label : type::body, colours.ink);
    put("If it is not, change “panel” in site.yaml: it is the diagonal of the picture in inches. A bar that is "
        "too "
        "short asks for a smaller number.",
        type::label, colours.quiet);
    return y - column.y;
}

} // namespace

void draw_ruler(Frame& frame) {
    frame.fill(frame.screen(), frame.colours().ground);
    const Rect page = bar(frame).inset(frame.theme.margin(), frame.px(frame.theme.is_low() ? 4 : 10));
    const double length = std::round(length_mm / frame.theme.panel_mm(1)), thick = frame.px(thickness);
    const bool upright = length > page.w;
    if (upright) {
        const Rect bar{page.x, page.y + std::floor((page.h - length) / 2), thick, length};
        draw_bar(frame, bar, upright);
        const double left = bar.right() + frame.px(8);
        draw_words(frame, {left, page.y, page.right() - left, page.h});
        return;
    }
    const double words = frame.quietly([&] { return draw_words(frame, page); }), gap = frame.px(label_gap * 2);
    const double top = page.y + std::max(0.0, std::floor((page.h - words - gap - thick) / 2));
    draw_words(frame, {page.x, top, page.w, words});
    draw_bar(frame, {page.x, top + words + gap, length, thick}, upright);
}

} // namespace ui
