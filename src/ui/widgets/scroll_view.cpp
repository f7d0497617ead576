#include "ui/widgets/scroll_view.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Buttons are stacked if they are beside the column.
constexpr double min_stacked_button_width_mm = 25;
constexpr double stacked_button_height_mm = 24;
// A lower view has no space for a row of buttons below the column.
constexpr double short_view_mm = 110;
// Content that is higher than its view by less than this does not scroll.
constexpr double scroll_tolerance_px = 0.5;

ButtonStyle page_button_style(const Frame& frame, bool is_down, bool is_stacked) {
    ButtonStyle style{is_down ? "expand_more" : "expand_less",
                      frame.translate(is_down ? "More" : "Up"), frame.palette().primary};
    style.is_pill = !is_stacked;
    if (is_stacked)
        style.label_position = LabelPosition::below, style.label_style = text_style::small_button;
    return style;
}

// Returns the width in pixels that the longer of the two labels needs.
double stacked_button_width(const Frame& frame) {
    double widest = frame.px(min_stacked_button_width_mm);
    for (const bool is_down : {true, false})
        widest = std::max(widest, frame.layout_text(page_button_style(frame, is_down, true).label,
                                                    text_style::small_button)
                                          ->width +
                                      frame.px(4));
    return std::min(widest, frame.px(40));
}

render::Rect centered_column(const render::Rect& view, double width) {
    const double w = std::min(width, view.w);
    return {view.x + (view.w - w) / 2, view.y, w, view.h};
}

// Draws a button for each direction in which the column continues.
void draw_page_buttons(Frame& frame, const render::Rect& button_area, bool is_stacked,
                       double step_mm, double max_mm) {
    const double scroll_mm = std::min(session::top_scroll_mm(frame.state), max_mm),
                 gap = frame.px(metric::gap);
    const double height = frame.px(is_stacked ? stacked_button_height_mm : metric::target);
    const double preferred_width =
        std::max(frame.px(52), button_width(frame, page_button_style(frame, true, is_stacked)));
    const double width =
        is_stacked ? button_area.w : std::min(preferred_width, (button_area.w - gap) / 2);
    render::Rect down_rect{button_area.right() - width, button_area.bottom() - height, width,
                           height};
    render::Rect up_rect = down_rect;
    if (is_stacked)
        up_rect.y -= height + gap;
    else
        up_rect.x -= width + gap;
    constexpr double min_scroll_mm = 0.5; // less than this needs no button
    if (scroll_mm < max_mm - min_scroll_mm)
        draw_button(frame, down_rect, page_button_style(frame, true, is_stacked),
                    session::ScrollTo{std::min(max_mm, scroll_mm + step_mm)}, "down");
    if (scroll_mm > min_scroll_mm)
        draw_button(frame, up_rect, page_button_style(frame, false, is_stacked),
                    session::ScrollTo{std::max(0.0, scroll_mm - step_mm)}, "up");
}

// Shortens a fade so that it does not cover a completely visible QR code or the quiet zone around
// it.
render::Rect avoid_qr_codes(const Frame& frame, const render::Rect& window, render::Rect band,
                            bool is_at_bottom) {
    // Slightly more than the quiet zone of the smallest QR code: 4 of 21 modules, ISO/IEC 18004.
    constexpr double quiet_zone_fraction = 0.2;
    for (const OutlineNode& node : frame.outline) {
        const render::Rect zone = node.rect.inset(-quiet_zone_fraction * node.rect.h);
        const bool is_whole = node.rect.y >= window.y && node.rect.bottom() <= window.bottom();
        if (node.role != Role::qr_code || !node.is_scrollable || !is_whole ||
            zone.intersection(band).h <= 0)
            continue;
        const double end = band.bottom();
        if (is_at_bottom)
            band.y = std::min(end, std::max(band.y, std::ceil(zone.bottom()))),
            band.h = end - band.y;
        else
            band.h = std::max(0.0, std::floor(zone.y) - band.y);
    }
    return band;
}

// Draws a gradient that becomes opaque toward the bottom of `band`, or toward its top.
void draw_fade_band(Frame& frame, const render::Rect& band, bool is_downward,
                    render::Color background) {
    const int steps = std::clamp(static_cast<int>(band.h), 8, 32);
    for (int i = 0; i < steps; ++i) {
        const int density = is_downward ? i + 1 : steps - i;
        const double top = std::round(band.h * i / steps),
                     bottom = std::round(band.h * (i + 1) / steps);
        background.a = static_cast<std::uint8_t>(255 * density / steps);
        frame.fill_rect({band.x, band.y + top, band.w, bottom - top}, background);
    }
}

// Draws a fade where the column continues beyond its window, so that a line of text that is cut off
// does not look like an error.
void draw_fades(Frame& frame, const render::Rect& column, const render::Rect& window, double offset,
                double height, render::Color background) {
    const double depth = std::round(std::min(frame.px(5), window.h / 6));
    const double x = std::round(column.x), y = std::round(window.y),
                 bottom = std::round(window.bottom());
    const double width = std::round(column.right()) - x;
    const auto draw = [&](const render::Rect& band, bool is_downward) {
        draw_fade_band(frame, avoid_qr_codes(frame, window, band, is_downward), is_downward,
                       background);
    };
    if (offset + window.h < height - scroll_tolerance_px)
        draw({x, bottom - depth, width, depth}, true);
    if (offset > scroll_tolerance_px) draw({x, y, width, depth}, false);
}

double measure_column(Frame& frame, const render::Rect& column, const DrawColumn& draw) {
    return frame.measure([&] { return draw(column); });
}

// Returns the height of a column that is not higher than its view, and otherwise a larger value.
double measure_fitting_column(Frame& frame, const render::Rect& column, const DrawColumn& draw) {
    return frame.measure([&] { return draw(column); }, column.bottom());
}

} // namespace

void draw_scroll_view(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw,
                      render::Color background, bool is_centered) {
    render::Rect column = centered_column(view, width);
    double height = measure_fitting_column(frame, column, draw);
    if (height <= view.h + scroll_tolerance_px) {
        if (is_centered) column.y += std::floor((view.h - height) / 2);
        draw(column);
        return;
    }
    const double gap = frame.px(metric::gap), side = stacked_button_width(frame);
    const double margin = std::min(frame.theme.margin(), (view.w - column.w) / 2);
    const bool has_room_beside = view.w - column.w >= 2 * (side + gap + margin);
    const bool is_beside = has_room_beside || view.h < frame.px(short_view_mm);
    render::Rect window = view, button_area;
    window.h -= gap; // clipped content must not touch what is below the view
    if (is_beside) {
        button_area = {view.right() - margin - side, view.y, side, view.h - gap};
        if (!has_room_beside) column.w = button_area.x - gap - column.x;
    } else {
        window.h -= frame.px(metric::target) + gap;
        button_area = {column.x, window.bottom() + gap, column.w, frame.px(metric::target)};
    }
    height = measure_column(frame, column, draw);
    const double max_scroll_mm = frame.theme.mm(std::max(0.0, height - window.h));
    const double offset =
        std::round(frame.px(std::min(session::top_scroll_mm(frame.state), max_scroll_mm)));
    frame.scroll_region = {frame.mirror(window), max_scroll_mm};
    frame.push_clip(window);
    draw({column.x, window.y - offset, column.w, column.h});
    frame.pop_clip();
    draw_fades(frame, column, window, offset, height, background);
    draw_page_buttons(frame, button_area, is_beside, frame.theme.mm(window.h) * 0.85,
                      max_scroll_mm);
}

} // namespace ui
