#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/bottom_bar.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr int ruler_length_mm = 100; // millimeters of the panel
constexpr double ruler_thickness_mm = 16;
constexpr double ruler_label_gap_mm = 2;

// Draws the bar, with a mark at each centimeter. From its first pixel to its last it is as long as
// the configured panel size says.
void draw_ruler_bar(Frame& frame, const render::Rect& bar, bool is_upright) {
    const Palette& palette = frame.palette();
    const double px_per_mm = 1 / frame.theme.panel_mm(1),
                 mark_width = std::max(1.0, std::round(frame.px(0.4)));
    frame.fill_rect(bar, palette.accent);
    for (int position_mm = 10; position_mm < ruler_length_mm; position_mm += 10) {
        const double along = std::round(position_mm * px_per_mm - mark_width / 2),
                     across = frame.px(position_mm == 50 ? 10 : 6);
        if (is_upright)
            frame.fill_rect({bar.x, bar.y + along, across, mark_width}, palette.background);
        else
            frame.fill_rect({bar.x + along, bar.y, mark_width, across}, palette.background);
    }
}

double draw_ruler_text(Frame& frame, std::string_view text, const TextStyle& style,
                       const render::Rect& column, render::Color color, Role role = Role::text) {
    const TextLayout layout = frame.layout_text(text, style, column.w);
    frame.draw_text(layout, column, Align::start, color, frame.palette().background, role);
    return layout->height;
}

double draw_ruler_instructions(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    const bool is_very_short = frame.theme.is_very_short();
    double y = column.y;
    const auto draw_next = [&](std::string_view text, const TextStyle& style, render::Color color,
                               Role role = Role::text) {
        y += draw_ruler_text(frame, text, style, {column.x, y, column.w, 0}, color, role) +
             frame.px(is_very_short ? 1 : 3);
    };
    draw_next("Panel ruler", text_style::heading, palette.text, Role::heading);
    draw_next("Hold a ruler against the bar. It should be exactly 100\u00a0mm long.",
              is_very_short ? text_style::label : text_style::body, palette.text);
    draw_next(
        "If it is not, change “panel” in site.yaml: it is the diagonal of the picture in inches. "
        "If the bar is too short, use a smaller number.",
        text_style::label, palette.secondary_text);
    return y - column.y;
}

} // namespace

void draw_panel_ruler(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect page = draw_bottom_bar(frame).inset(
        frame.theme.margin(), frame.px(frame.theme.is_very_short() ? 4 : 10));
    const double length = std::round(ruler_length_mm / frame.theme.panel_mm(1)),
                 bar_thickness = frame.px(ruler_thickness_mm);
    const bool is_upright = length > page.w;
    if (is_upright) {
        const render::Rect bar{page.x, page.y + std::floor((page.h - length) / 2), bar_thickness,
                               length};
        draw_ruler_bar(frame, bar, is_upright);
        const double left = bar.right() + frame.px(8);
        draw_ruler_instructions(frame, {left, page.y, page.right() - left, page.h});
        return;
    }
    const double text_height = frame.measure([&] { return draw_ruler_instructions(frame, page); }),
                 gap = frame.px(ruler_label_gap_mm * 2);
    const double top =
        page.y + std::max(0.0, std::floor((page.h - text_height - gap - bar_thickness) / 2));
    draw_ruler_instructions(frame, {page.x, top, page.w, text_height});
    draw_ruler_bar(frame, {page.x, top + text_height + gap, length, bar_thickness}, is_upright);
}

} // namespace ui
