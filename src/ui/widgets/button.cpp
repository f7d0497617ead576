#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

constexpr double button_padding_mm = 6; // on each side of the label
constexpr double button_icon_gap_mm = 3;
constexpr double max_icon_mm = 11;
constexpr double note_padding_mm = 2; // below the note, and as much above the label
constexpr double icon_ems = 1.35;     // beside a label, in ems of the label

double button_icon_side(const Frame& frame, const ButtonStyle& style) {
    return style.icon.empty()
               ? 0
               : std::min(frame.theme.em(style.label_style) * icon_ems, frame.px(max_icon_mm));
}

// A label and the side of its icon in pixels.
struct Label {
    TextLayout text;
    double icon = 0;
};

Label layout_label_beside(const Frame& frame, const render::Rect& rect, const ButtonStyle& style) {
    Label label{nullptr, button_icon_side(frame, style)};
    const double gap = label.icon > 0 ? frame.px(button_icon_gap_mm) : 0;
    const double edge = frame.px(button_padding_mm) / 2;
    const auto fit_label = [&] {
        return frame.fit_box(style.label, style.label_style, rect.w - 2 * edge - label.icon - gap,
                             rect.h - frame.px(1));
    };
    label.text = fit_label();
    // The icon shrinks with the label, which gives the label more width.
    if (label.icon > label.text->spec.em_px * icon_ems) {
        label.icon = label.text->spec.em_px * icon_ems;
        label.text = fit_label();
    }
    return label;
}

Label layout_label_below(const Frame& frame, const render::Rect& rect, const ButtonStyle& style) {
    // On both sides together. An outline needs more.
    const double edges = std::min(frame.px(5), rect.w * (style.is_outlined ? 0.16 : 0.1));
    // A label matters more than its icon, and a tiny icon would say nothing. Hide keeps its icon,
    // by which it is found at a glance.
    const double max_label_fraction = style.is_primary ? 0.66 : 0.75;
    constexpr double min_icon_mm = 5, largest_icon_mm = 9.5, edge_mm = 2.5;
    Label label;
    label.text = frame.balance_lines(
        frame.fit_box(style.label, style.label_style, rect.w - edges, rect.h * max_label_fraction));
    label.icon =
        std::min(frame.px(largest_icon_mm), rect.h - label.text->height - frame.px(edge_mm));
    if (label.icon < frame.px(min_icon_mm)) label.icon = 0;
    return label;
}

Label layout_label(const Frame& frame, const render::Rect& rect, const ButtonStyle& style) {
    return style.label_position == LabelPosition::beside ? layout_label_beside(frame, rect, style)
                                                         : layout_label_below(frame, rect, style);
}

// Returns null if there is no note.
TextLayout layout_note(const Frame& frame, const ButtonStyle& style, double width) {
    if (style.note.empty()) return nullptr;
    TextStyle note = text_style::row_subtitle;
    note.has_tight_leading = true;
    return frame.balance_lines(
        frame.fit_lines(style.note, note, width - frame.px(button_padding_mm), 2));
}

// Draws the note below the place of the label, which it returns.
render::Rect draw_note(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                       render::Color background) {
    const TextLayout note = layout_note(frame, style, rect.w);
    if (!note) return rect;
    const double unused = std::max(0.0, rect.h - button_height(frame, style, rect.w)),
                 padding = frame.px(note_padding_mm) + unused / 2;
    const render::Rect box{rect.x, rect.bottom() - padding - note->height, rect.w, 0};
    frame.draw_text(note, box, Align::center, style.colors.text, background);
    return {rect.x, rect.y + padding, rect.w, box.y - rect.y - padding};
}

void draw_label_beside(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                       render::Color background) {
    const auto [label, icon] = layout_label_beside(frame, rect, style);
    const double gap = icon > 0 ? frame.px(button_icon_gap_mm) : 0;
    const double width = icon + gap + label->width;
    const double x = rect.x + (rect.w - width) / 2;
    if (icon > 0)
        frame.draw_icon(style.icon, {x, rect.y + (rect.h - icon) / 2, icon, icon},
                        style.colors.text);
    const render::Rect box{x + icon + gap, rect.y + (rect.h - label->height) / 2,
                           static_cast<double>(label->width) + 1,
                           static_cast<double>(label->height)};
    frame.draw_text(label, box, label->lines.size() > 1 && icon == 0 ? Align::center : Align::start,
                    style.colors.text, background);
}

void draw_label_below(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                      render::Color background) {
    const auto [label, icon] = layout_label_below(frame, rect, style);
    const double top = rect.y + (rect.h - icon - label->height) / 2;
    if (icon > 0)
        frame.draw_icon(style.icon, {rect.x + (rect.w - icon) / 2, top, icon, icon},
                        style.colors.text);
    frame.draw_text(label, {rect.x, top + icon, rect.w, static_cast<double>(label->height)},
                    Align::center, style.colors.text, background);
}

} // namespace

double button_width(const Frame& frame, const ButtonStyle& style) {
    const double icon = button_icon_side(frame, style);
    return frame.layout_text(style.label, style.label_style)->width + icon +
           (icon > 0 ? frame.px(button_icon_gap_mm) : 0) + 2 * frame.px(button_padding_mm);
}

double button_height(const Frame& frame, const ButtonStyle& style, double width) {
    const double icon = button_icon_side(frame, style),
                 icon_width = icon > 0 ? icon + frame.px(button_icon_gap_mm) : 0;
    const TextLayout note = layout_note(frame, style, width);
    return frame
               .layout_text(style.label, style.label_style,
                            width - frame.px(button_padding_mm) - icon_width)
               ->height +
           frame.px(6) + (note ? note->height : 0);
}

void equalize_labels(const Frame& frame, std::span<ButtonStyle> styles,
                     std::span<const render::Rect> rects) {
    int em_px = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < styles.size(); ++i)
        em_px = std::min(em_px, layout_label(frame, rects[i], styles[i]).text->spec.em_px);
    for (ButtonStyle& style : styles)
        style.label_style = style.label_style.scaled(static_cast<double>(em_px) /
                                                     frame.theme.em(style.label_style));
}

render::Color pressed_color(render::Color fill) {
    const bool is_dark = 2 * fill.r + 5 * fill.g + fill.b < 8 * 110;
    const auto shift = [is_dark](std::uint8_t channel) {
        return static_cast<std::uint8_t>(is_dark ? channel + (255 - channel) / 6
                                                 : channel - channel / 8);
    };
    return {shift(fill.r), shift(fill.g), shift(fill.b), fill.a};
}

void draw_button_label(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                       render::Color background) {
    if (style.label_position == LabelPosition::beside)
        draw_label_beside(frame, rect, style, background);
    else
        draw_label_below(frame, rect, style, background);
}

PressState draw_button(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                       const session::Event& event, std::string_view id_suffix) {
    const PressState press =
        frame.begin_target(rect, style.label, event, id_suffix, style.is_primary);
    if (style.is_radio) frame.mark_as(Role::radio, style.is_selected);
    const render::Color background =
        press.is_pressed ? pressed_color(style.colors.fill) : style.colors.fill;
    const double radius = style.is_pill ? rect.h / 2 : frame.px(metric::radius);
    const bool has_edge = style.is_outlined || style.colors.edge != style.colors.fill;
    frame.draw_rounded_rect(rect, radius, background,
                            style.is_outlined ? style.colors.text : style.colors.edge,
                            has_edge ? frame.px(style.is_outlined ? 0.7 : style.edge_mm) : 0);
    draw_button_label(frame, draw_note(frame, rect, style, background), style, background);
    frame.draw_focus_ring(rect, radius);
    frame.end_target();
    return press;
}

} // namespace ui
