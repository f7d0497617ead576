// How a frame lays out, fits and draws texts.
#include "text/bidi.hpp"
#include "ui/frame.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

TextLayout Frame::layout_text(std::string_view text, const TextStyle& style, double width) const {
    text::TextSpec spec;
    spec.text = text;
    spec.face = style.face;
    spec.em_px = theme.em(style);
    spec.max_width = static_cast<int>(std::floor(width));
    spec.is_right_to_left = language.is_right_to_left && text::has_right_to_left_letters(text);
    spec.family = language.font;
    spec.has_tight_leading = style.has_tight_leading;
    return typesetter_.layout(spec);
}

TextLayout Frame::shrink_to_fit(std::string_view text, const TextStyle& style, double width,
                                const std::function<bool(const text::Paragraph&)>& fits) const {
    constexpr double scale_step = 0.93, min_scale = 0.42;
    for (TextStyle smaller = style;; smaller.em_mm *= scale_step) {
        const TextLayout layout = layout_text(text, smaller, width);
        if (!layout->has_split_word && fits(*layout)) return layout;
        if (smaller.em_mm * scale_step < style.em_mm * min_scale) return layout;
    }
}

TextLayout Frame::fit_lines(std::string_view text, const TextStyle& style, double width,
                            int max_lines) const {
    const auto line_limit = static_cast<std::size_t>(max_lines);
    return shrink_to_fit(text, style, width, [line_limit](const text::Paragraph& paragraph) {
        return paragraph.lines.size() <= line_limit;
    });
}

TextLayout Frame::fit_box(std::string_view text, const TextStyle& style, double width,
                          double height) const {
    return shrink_to_fit(text, style, width, [height](const text::Paragraph& paragraph) {
        return paragraph.height <= height;
    });
}

// A binary search, because the layout of each candidate takes time.
TextLayout Frame::balance_lines(const TextLayout& layout) const {
    if (layout->lines.size() < 2) return layout;
    TextLayout best = layout;
    text::TextSpec spec = layout->spec;
    int too_narrow = layout->width / 2;
    while (best->width - too_narrow > std::max(1, spec.em_px / 4)) {
        spec.max_width = std::midpoint(too_narrow, best->width);
        const TextLayout narrower = typesetter_.layout(spec);
        if (narrower->lines.size() > layout->lines.size() || narrower->has_split_word)
            too_narrow = spec.max_width;
        else
            best = narrower;
    }
    return best;
}

TextLayout Frame::avoid_widow(const TextLayout& layout) const {
    // The last line should have at least this fraction of the width.
    constexpr double min_last_line_fraction = 0.3;
    const bool has_no_widow = layout->lines.size() < 2 ||
                              layout->lines.back().width >= min_last_line_fraction * layout->width;
    return has_no_widow ? layout : balance_lines(layout);
}

TextLayout Frame::with_em(const TextLayout& layout, int em_px) const {
    if (layout->spec.em_px == em_px) return layout;
    text::TextSpec spec = layout->spec;
    spec.em_px = em_px;
    return typesetter_.layout(spec);
}

void Frame::draw_text(const TextLayout& layout, const render::Rect& box, Align align,
                      render::Color color, render::Color background, Role role) {
    if (is_measuring_) return;
    const render::Rect on_screen = mirror(box);
    const bool is_right_aligned = (align == Align::end) != language.is_right_to_left;
    const render::Padding padding = render::text_padding(layout->spec.em_px);
    double left = on_screen.right(), right = on_screen.x;
    for (std::size_t i = 0; i < layout->lines.size(); ++i) {
        const text::Line& line = layout->lines[i];
        double x = is_right_aligned ? on_screen.right() - line.width : on_screen.x;
        if (align == Align::center) x = on_screen.x + (on_screen.w - line.width) / 2;
        x = std::round(x);
        const double y = std::round(box.y + line.y);
        left = std::min(left, x), right = std::max(right, x + line.width);
        const render::Rect rect{x - padding.x, y - padding.y, line.width + 2.0 * padding.x,
                                line.height + 2.0 * padding.y};
        if (rect.bottom() < clip_.y || rect.y > clip_.bottom() || line.width == 0) continue;
        const bool has_plain_background = backgrounds_.is_uniform(
            {rect.x, y, rect.w, static_cast<double>(line.height)}, background);
        draw_image(
            render::TextLineImage{layout, i, color,
                                  has_plain_background ? background : render::Color{0, 0, 0, 0}},
            rect, 0, 0, 1, 1);
    }
    OutlineNode& node = add_node(role, layout->spec.text,
                                 {left, box.y, right - left, static_cast<double>(layout->height)});
    node.text_color = color;
    node.background = background;
}

} // namespace ui
