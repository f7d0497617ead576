#include "ui/widgets/segmented_control.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace ui {

namespace {

// The space on each side of a label: as much as suits a segment, and as little as labels of two
// lines may have.
constexpr double segment_padding_mm = 4.5;
constexpr double narrow_padding_mm = 2.4;
constexpr double icon_gap_mm = 3;
constexpr double min_segment_mm = 22.7; // width or height, with the gap between two targets
constexpr double list_padding_mm = 6;   // at the start of a segment with others below it
// Half of the gap between two touch targets.
constexpr double target_inset_mm = 1.3;

// On a small panel, two lines fit into the smallest height of a target.
TextStyle label_style(const Frame& frame) {
    constexpr double max_small_scale = 0.8;
    const bool is_small = frame.theme.is_very_short() || frame.theme.page_scale() < max_small_scale;
    TextStyle style = is_small ? text_style::small_button : text_style::button;
    style.has_tight_leading = true;
    return style;
}

double icon_side(const Frame& frame) {
    return frame.theme.em(label_style(frame)) * 1.15;
}

// Returns the width of a label in one line, or the smallest width in two.
double label_width(const Frame& frame, const std::string& label, int line_count) {
    const TextStyle style = label_style(frame);
    return line_count == 1 ? static_cast<double>(frame.layout_text(label, style)->width)
                           : frame.two_line_width(label, style) + frame.px(0.5);
}

// The segments as they are laid out: their widths or heights along the control, their labels in one
// size, and whether there is space for the icons beside them.
struct SegmentLayout {
    std::vector<double> lengths;
    std::vector<TextLayout> labels;
    bool has_icons = false;
    double label_height = 0; // of the highest
};

// Returns the widths of the segments, or nothing if the labels do not fit into `width` with
// `padding` on each side.
std::vector<double> find_widths(const Frame& frame, std::span<const Segment> segments, double width,
                                int line_count, double icon_width, double padding) {
    std::vector<double> needed;
    for (const Segment& segment : segments)
        needed.push_back(
            std::max(frame.px(min_segment_mm),
                     label_width(frame, segment.label, line_count) + icon_width + 2 * padding));
    const double equal = width / static_cast<double>(segments.size());
    if (*std::ranges::max_element(needed) <= equal)
        return std::vector<double>(segments.size(), equal);
    const double spare = width - std::accumulate(needed.begin(), needed.end(), 0.0);
    if (spare < 0) return {};
    for (double& needed_width : needed) needed_width += spare / static_cast<double>(needed.size());
    return needed;
}

// Returns widths in proportion to those of the labels in two lines, which are too wide.
std::vector<double> shrink_widths(const Frame& frame, std::span<const Segment> segments,
                                  double width, double padding) {
    std::vector<double> widths;
    for (const Segment& segment : segments) widths.push_back(label_width(frame, segment.label, 2));
    const double labels = std::accumulate(widths.begin(), widths.end(), 0.0),
                 paddings = 2 * padding * static_cast<double>(widths.size());
    const double scale = std::max(0.0, width - paddings) / labels;
    double narrow = 0, others = 0; // the total of the segments that are too narrow, and of others
    for (double& label : widths) {
        label = label * scale + 2 * padding;
        const bool is_narrow = label < frame.px(min_segment_mm);
        if (is_narrow) label = frame.px(min_segment_mm);
        (is_narrow ? narrow : others) += label;
    }
    const bool can_adapt = others > 0 && narrow < width;
    if (!can_adapt)
        return std::vector<double>(widths.size(), width / static_cast<double>(widths.size()));
    for (double& label : widths)
        if (label > frame.px(min_segment_mm)) label *= (width - narrow) / others;
    return widths;
}

// Gives all labels the size in which each fits into its segment.
void layout_labels(const Frame& frame, std::span<const Segment> segments, SegmentLayout& layout,
                   const std::vector<double>& widths, int max_lines) {
    int em_px = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        layout.labels.push_back(
            frame.fit_lines(segments[i].label, label_style(frame), widths[i], max_lines));
        em_px = std::min(em_px, layout.labels.back()->spec.em_px);
    }
    for (TextLayout& label : layout.labels) {
        label = frame.balance_lines(frame.with_em(label, em_px));
        layout.label_height = std::max<double>(layout.label_height, label->height);
    }
}

// Tries one line with icons, one line, two lines, and at last smaller labels.
SegmentLayout layout_across(const Frame& frame, std::span<const Segment> segments, double width) {
    const bool can_have_icons =
        std::ranges::none_of(segments, &std::string_view::empty, &Segment::icon);
    const double icon_width = icon_side(frame) + frame.px(icon_gap_mm);
    SegmentLayout layout;
    double padding = frame.px(segment_padding_mm);
    int max_lines = 1;
    if (can_have_icons)
        layout.lengths = find_widths(frame, segments, width, 1, icon_width, padding);
    layout.has_icons = !layout.lengths.empty();
    if (layout.lengths.empty()) layout.lengths = find_widths(frame, segments, width, 1, 0, padding);
    if (layout.lengths.empty()) {
        padding = frame.px(narrow_padding_mm);
        max_lines = 2;
        layout.lengths = find_widths(frame, segments, width, 2, 0, padding);
    }
    if (layout.lengths.empty()) layout.lengths = shrink_widths(frame, segments, width, padding);
    std::vector<double> widths;
    for (const double length : layout.lengths)
        widths.push_back(std::ceil(length - 2 * padding - (layout.has_icons ? icon_width : 0)));
    layout_labels(frame, segments, layout, widths, max_lines);
    return layout;
}

SegmentLayout layout_down(const Frame& frame, std::span<const Segment> segments, double width) {
    SegmentLayout layout;
    layout.has_icons = std::ranges::none_of(segments, &std::string_view::empty, &Segment::icon);
    const double icon_width = layout.has_icons ? icon_side(frame) + frame.px(icon_gap_mm) : 0;
    layout_labels(
        frame, segments, layout,
        std::vector<double>(segments.size(), width - 2 * frame.px(list_padding_mm) - icon_width),
        2);
    for (const TextLayout& label : layout.labels)
        layout.lengths.push_back(std::max(frame.px(min_segment_mm), label->height + frame.px(5)));
    return layout;
}

// Fills a segment. Its corners are round only at the ends of the control.
void fill_segment(Frame& frame, const render::Rect& rect, double radius, render::Color color,
                  bool is_first, bool is_last, bool is_down) {
    frame.draw_rounded_rect(rect, radius, color);
    const double across = is_down ? rect.w : 2 * radius, down = is_down ? 2 * radius : rect.h;
    if (!is_first) frame.fill_rect({rect.x, rect.y, across, down}, color);
    if (!is_last)
        frame.fill_rect({rect.right() - across, rect.bottom() - down, across, down}, color);
}

void draw_label(Frame& frame, const Segment& segment, const TextLayout& label, bool has_icon,
                const render::Rect& rect, const ComponentColors& colors, bool is_down) {
    const double icon = has_icon ? icon_side(frame) : 0, gap = has_icon ? frame.px(icon_gap_mm) : 0;
    const double x = is_down ? rect.x + frame.px(list_padding_mm)
                             : rect.x + (rect.w - icon - gap - label->width) / 2;
    if (has_icon)
        frame.draw_icon(segment.icon, {x, rect.y + (rect.h - icon) / 2, icon, icon}, colors.text);
    frame.draw_text(label,
                    {x + icon + gap, rect.y + (rect.h - label->height) / 2, label->width + 1.0,
                     static_cast<double>(label->height)},
                    is_down ? Align::start : Align::center, colors.text, colors.fill);
}

// Draws the segments with the given lengths from the start or the top of `rect`.
void draw_segments_with(Frame& frame, std::span<const Segment> segments, const render::Rect& rect,
                        const std::vector<double>& lengths, bool is_down, Role role,
                        std::string_view id_suffix, const DrawSegment& draw_content) {
    const Palette& palette = frame.palette();
    const double edge = std::max(1.0, std::round(frame.px(0.7)));
    const double inset = segments.size() > 1 ? frame.px(target_inset_mm) : 0;
    frame.draw_rounded_rect(rect, frame.px(metric::radius), palette.card.fill, palette.accent,
                            edge);
    double position = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const bool is_first = i == 0, is_last = i + 1 == segments.size();
        const render::Rect whole =
            is_down ? render::Rect{rect.x, rect.y + position, rect.w, lengths[i]}
                    : render::Rect{rect.x + position, rect.y, lengths[i], rect.h};
        position += lengths[i];
        const render::Rect target = is_down ? whole.inset(0, inset) : whole.inset(inset, 0);
        const PressState press =
            frame.begin_target(target, segment.label, segment.event, id_suffix);
        frame.mark_as(role, segment.is_selected);
        ComponentColors colors = segment.is_selected ? palette.primary : palette.card;
        if (!segment.is_selected) colors.text = palette.accent;
        if (press.is_pressed) colors.fill = pressed_color(colors.fill);
        if (segment.is_selected || press.is_pressed) {
            // A fill that has the color of the edge covers it.
            const double border = colors.fill == palette.accent ? 0 : edge,
                         start = is_first ? border : 0, end = is_last ? border : 0;
            render::Rect fill = is_down ? whole.inset(border, 0) : whole.inset(0, border);
            (is_down ? fill.y : fill.x) += start;
            (is_down ? fill.h : fill.w) -= start + end;
            fill_segment(frame, fill, frame.px(metric::radius) - border, colors.fill, is_first,
                         is_last, is_down);
        }
        if (!is_first)
            frame.fill_rect(
                is_down
                    ? render::Rect{whole.x + edge, whole.y - edge / 2, whole.w - 2 * edge, edge}
                    : render::Rect{whole.x - edge / 2, whole.y + edge, edge, whole.h - 2 * edge},
                palette.accent);
        draw_content(i, target, colors);
        frame.draw_focus_ring(target, frame.px(metric::radius));
        frame.end_target();
    }
}

} // namespace

void draw_segments(Frame& frame, std::span<const Segment> segments, const render::Rect& rect,
                   Role role, std::string_view id_suffix, const DrawSegment& draw_content) {
    const std::vector<double> widths(segments.size(),
                                     rect.w / static_cast<double>(segments.size()));
    draw_segments_with(frame, segments, rect, widths, false, role, id_suffix, draw_content);
}

double draw_segmented_control(Frame& frame, std::span<const Segment> segments,
                              const render::Rect& row, std::string_view id_suffix) {
    const double edge = std::max(1.0, std::round(frame.px(0.7)));
    const SegmentLayout layout = layout_across(frame, segments, row.w);
    const double height = std::max(
        frame.px(frame.theme.is_very_short() ? metric::target : metric::target + 2),
        layout.label_height + 2 * edge + frame.px(frame.theme.is_very_short() ? 0.5 : 1.5));
    draw_segments_with(
        frame, segments, {row.x, row.y, row.w, height}, layout.lengths, false, Role::tab, id_suffix,
        [&](std::size_t i, const render::Rect& segment, const ComponentColors& colors) {
            draw_label(frame, segments[i], layout.labels[i], layout.has_icons, segment, colors,
                       false);
        });
    return height;
}

double draw_segment_list(Frame& frame, std::span<const Segment> segments,
                         const render::Rect& column, std::string_view id_suffix) {
    const SegmentLayout layout = layout_down(frame, segments, column.w);
    const double height = std::accumulate(layout.lengths.begin(), layout.lengths.end(), 0.0);
    draw_segments_with(
        frame, segments, {column.x, column.y, column.w, height}, layout.lengths, true, Role::tab,
        id_suffix, [&](std::size_t i, const render::Rect& segment, const ComponentColors& colors) {
            draw_label(frame, segments[i], layout.labels[i], layout.has_icons, segment, colors,
                       true);
        });
    return height;
}

} // namespace ui
