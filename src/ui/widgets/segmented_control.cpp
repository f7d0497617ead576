#include "ui/widgets/segmented_control.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace ui {

namespace {

constexpr double segment_padding_mm = 3; // on each side of the label
constexpr double narrow_segment_mm = 45; // a narrower segment needs its width for its label
constexpr double narrow_padding_mm = 1.2;
constexpr double icon_gap_mm = 3;
// Half of the gap between two touch targets.
constexpr double target_inset_mm = 1.3;

// On a very short panel, two lines fit into the smallest height of a target.
TextStyle label_style(const Frame& frame) {
    TextStyle style = frame.theme.is_very_short() ? text_style::small_button : text_style::button;
    style.has_tight_leading = true;
    return style;
}

double icon_side(const Frame& frame) {
    return frame.theme.em(label_style(frame)) * 1.15;
}

// The labels in one size, and whether there is space for the icons beside them.
struct Labels {
    std::vector<TextLayout> texts;
    bool has_icons = false;
    double height = 0;
};

Labels layout_labels(const Frame& frame, std::span<const Segment> segments, double width) {
    const bool is_narrow = width < frame.px(narrow_segment_mm);
    const double inner = width - 2 * frame.px(is_narrow ? narrow_padding_mm : segment_padding_mm);
    const double icon_width = icon_side(frame) + frame.px(icon_gap_mm);
    Labels labels;
    labels.has_icons = std::ranges::all_of(segments, [&](const Segment& segment) {
        return !segment.icon.empty() &&
               frame.layout_text(segment.label, label_style(frame))->width <= inner - icon_width;
    });
    const double text_width = labels.has_icons ? inner - icon_width : inner;
    int em_px = std::numeric_limits<int>::max();
    for (const Segment& segment : segments) {
        labels.texts.push_back(frame.fit_lines(segment.label, label_style(frame), text_width, 2));
        em_px = std::min(em_px, labels.texts.back()->spec.em_px);
    }
    for (TextLayout& text : labels.texts) {
        text = frame.balance_lines(frame.with_em(text, em_px));
        labels.height = std::max<double>(labels.height, text->height);
    }
    return labels;
}

// Fills a segment. Its corners are round only at the ends of the control.
void fill_segment(Frame& frame, const render::Rect& rect, double radius, render::Color color,
                  bool is_first, bool is_last) {
    frame.draw_rounded_rect(rect, radius, color);
    if (!is_first) frame.fill_rect({rect.x, rect.y, 2 * radius, rect.h}, color);
    if (!is_last) frame.fill_rect({rect.right() - 2 * radius, rect.y, 2 * radius, rect.h}, color);
}

void draw_label(Frame& frame, const Segment& segment, const TextLayout& label, bool has_icon,
                const render::Rect& rect, const ComponentColors& colors) {
    const double icon = has_icon ? icon_side(frame) : 0, gap = has_icon ? frame.px(icon_gap_mm) : 0;
    const double x = rect.x + (rect.w - icon - gap - label->width) / 2;
    if (has_icon)
        frame.draw_icon(segment.icon, {x, rect.y + (rect.h - icon) / 2, icon, icon}, colors.text);
    frame.draw_text(label,
                    {x + icon + gap, rect.y + (rect.h - label->height) / 2, label->width + 1.0,
                     static_cast<double>(label->height)},
                    Align::center, colors.text, colors.fill);
}

} // namespace

void draw_segments(Frame& frame, std::span<const Segment> segments, const render::Rect& rect,
                   Role role, std::string_view id_suffix, const DrawSegment& draw_content) {
    const Palette& palette = frame.palette();
    const double edge = std::max(1.0, std::round(frame.px(0.7)));
    const double width = rect.w / static_cast<double>(segments.size());
    frame.draw_rounded_rect(rect, frame.px(metric::radius), palette.card.fill, palette.accent,
                            edge);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const bool is_first = i == 0, is_last = i + 1 == segments.size();
        const render::Rect whole{rect.x + static_cast<double>(i) * width, rect.y, width, rect.h};
        const render::Rect target =
            segments.size() > 1 ? whole.inset(frame.px(target_inset_mm), 0) : whole;
        const PressState press =
            frame.begin_target(target, segment.label, segment.event, id_suffix);
        frame.mark_as(role, segment.is_selected);
        ComponentColors colors = segment.is_selected ? palette.primary : palette.card;
        if (!segment.is_selected) colors.text = palette.accent;
        if (press.is_pressed) colors.fill = pressed_color(colors.fill);
        if (segment.is_selected || press.is_pressed) {
            // A fill that has the color of the edge covers it.
            const double inset = colors.fill == palette.accent ? 0 : edge,
                         left = is_first ? inset : 0, right = is_last ? inset : 0;
            fill_segment(
                frame,
                {whole.x + left, whole.y + inset, whole.w - left - right, whole.h - 2 * inset},
                frame.px(metric::radius) - inset, colors.fill, is_first, is_last);
        }
        if (!is_first)
            frame.fill_rect({whole.x - edge / 2, whole.y + edge, edge, whole.h - 2 * edge},
                            palette.accent);
        draw_content(i, target, colors);
        frame.draw_focus_ring(target, frame.px(metric::radius));
        frame.end_target();
    }
}

double draw_segmented_control(Frame& frame, std::span<const Segment> segments,
                              const render::Rect& row, std::string_view id_suffix) {
    const double edge = std::max(1.0, std::round(frame.px(0.7)));
    const Labels labels =
        layout_labels(frame, segments, row.w / static_cast<double>(segments.size()));
    const double height =
        std::max(frame.px(frame.theme.is_very_short() ? metric::target : metric::target + 2),
                 labels.height + 2 * edge + frame.px(frame.theme.is_very_short() ? 0.5 : 1.5));
    draw_segments(frame, segments, {row.x, row.y, row.w, height}, Role::tab, id_suffix,
                  [&](std::size_t i, const render::Rect& segment, const ComponentColors& colors) {
                      draw_label(frame, segments[i], labels.texts[i], labels.has_icons, segment,
                                 colors);
                  });
    return height;
}

} // namespace ui
