#include "ui/widgets/scroll_view.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Buttons are stacked if they are beside the column.
constexpr double min_stacked_button_width_mm = 25;
constexpr double stacked_button_height_mm = 24;
// The row below the column.
constexpr double footer_height_mm = 22;
constexpr double footer_button_width_mm = 72;
// A lower view has no space for a row of buttons below the column.
constexpr double short_view_mm = 110;
// Content that is higher than its view by less than this does not scroll.
constexpr double scroll_tolerance_px = 0.5;

ButtonStyle page_button_style(const Frame& frame, bool is_down, bool is_stacked) {
    ButtonStyle style{is_down ? "expand_more" : "expand_less",
                      frame.translate(is_down ? "More" : "Up"), frame.palette().primary};
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

// The column is longer than its view by `max_mm`, and a button moves it by `step_mm`.
struct Paging {
    double scroll_mm = 0;
    double step_mm = 0;
    double max_mm = 0;

    bool can_move(bool is_down) const {
        constexpr double min_scroll_mm = 0.5; // less than this needs no button
        return is_down ? scroll_mm < max_mm - min_scroll_mm : scroll_mm > min_scroll_mm;
    }
    session::ScrollTo target(bool is_down) const {
        return {is_down ? std::min(max_mm, scroll_mm + step_mm)
                        : std::max(0.0, scroll_mm - step_mm)};
    }
    int page_count() const { return 1 + static_cast<int>(std::ceil(max_mm / step_mm - 0.01)); }
    int page() const {
        return can_move(true) ? 1 + static_cast<int>(std::floor(scroll_mm / step_mm + 0.01))
                              : page_count();
    }
};

// Draws More or Up. At the end of the column it is dimmed and cannot be pressed.
void draw_page_button(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                      const Paging& paging, bool is_down) {
    if (paging.can_move(is_down)) {
        draw_button(frame, rect, style, paging.target(is_down), is_down ? "down" : "up");
        return;
    }
    const double side = frame.px(9);
    frame.draw_rounded_rect(rect, frame.px(metric::radius), frame.palette().background,
                            frame.palette().divider, frame.px(0.5));
    frame.draw_icon(style.icon,
                    {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side},
                    frame.palette().divider);
}

// Draws the buttons beside the column, one above the other.
void draw_stacked_buttons(Frame& frame, const render::Rect& area, const Paging& paging) {
    const double gap = frame.px(metric::gap), height = frame.px(stacked_button_height_mm);
    render::Rect rect{area.x, area.bottom() - height, area.w, height};
    for (const bool is_down : {true, false}) {
        if (paging.can_move(is_down))
            draw_button(frame, rect, page_button_style(frame, is_down, true),
                        paging.target(is_down), is_down ? "down" : "up");
        rect.y -= height + gap;
    }
}

// Draws Up, which page of how many this is, and More in a row below the column.
void draw_footer(Frame& frame, const render::Rect& row, const Paging& paging,
                 render::Color background) {
    const TextLayout page = frame.layout_text(
        frame.translate("{page} of {count}", {{"page", std::to_string(paging.page())},
                                              {"count", std::to_string(paging.page_count())}}),
        text_style::prominent_subtitle);
    const double gap = frame.px(metric::gap);
    const double width =
        std::min(frame.px(footer_button_width_mm), (row.w - page->width - 2 * gap) / 2);
    ButtonStyle up = page_button_style(frame, false, false),
                down = page_button_style(frame, true, false);
    const bool is_narrow = std::max(button_width(frame, up), button_width(frame, down)) > width;
    for (ButtonStyle* style : {&up, &down}) {
        if (!is_narrow) continue;
        style->label_position = LabelPosition::below;
        style->label_style = text_style::small_button;
    }
    up.colors = frame.palette().card;
    up.colors.text = frame.palette().accent;
    up.is_outlined = true;
    draw_page_button(frame, {row.x, row.y, width, row.h}, up, paging, false);
    frame.draw_text(page, {row.x, row.y + (row.h - page->height) / 2, row.w, 0}, Align::center,
                    frame.palette().text, background);
    draw_page_button(frame, {row.right() - width, row.y, width, row.h}, down, paging, true);
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
        window.h -= frame.px(footer_height_mm) + gap;
        button_area = {column.x, window.bottom() + gap, column.w, frame.px(footer_height_mm)};
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
    const Paging paging{std::min(session::top_scroll_mm(frame.state), max_scroll_mm),
                        frame.theme.mm(window.h) * 0.85, max_scroll_mm};
    if (is_beside)
        draw_stacked_buttons(frame, button_area, paging);
    else
        draw_footer(frame, button_area, paging, background);
}

} // namespace ui
