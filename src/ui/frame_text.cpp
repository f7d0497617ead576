// How a frame lays out, fits and draws texts.
#include "text/bidi.hpp"
#include "ui/frame.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

// The smallest size of a number and of a text in a box, as a fraction of its style's.
constexpr double min_shrink_scale = 0.42;

// Returns whether a text is shown in English on a page of a right-to-left language, because it is
// not translated. Names may be the same in both languages: a translation then has them, except the
// name of the school, which every building chooses.
bool is_untranslated(const Frame& frame, const text::TextSpec& spec) {
    const auto is_latin_letter = [](unsigned char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    return frame.language.is_right_to_left && !spec.is_right_to_left &&
           std::ranges::any_of(spec.text, is_latin_letter) &&
           !frame.language.texts.contains(spec.text) && spec.text != frame.content.site.school;
}

} // namespace

TextLayout Frame::lay_out(const text::TextSpec& spec) const {
    if (mode_ == Mode::recording) caches_.rows.spend(spec.text.size());
    return caches_.typesetter.layout(spec);
}

TextLayout Frame::layout_text(std::string_view text, const TextStyle& style, double width) const {
    text::TextSpec spec;
    spec.text = text;
    spec.face = style.face;
    spec.em_px = theme.em(style);
    spec.max_width = static_cast<int>(std::floor(width));
    // A page in another language has texts of such a language, too: what its readers choose it
    // with.
    spec.is_right_to_left = language.is_right_to_left
                                ? text::has_right_to_left_letters(text)
                                : text::begins_with_right_to_left_letter(text);
    spec.family = language.font;
    spec.has_tight_leading = style.has_tight_leading;
    return lay_out(spec);
}

// A text that grows with the visitor's text size tries all sizes that it would try at text size 1,
// so that it is never smaller than there in the same place.
TextLayout Frame::shrink_to_fit(std::string_view text, const TextStyle& style, double width,
                                double min_scale, const FitsLayout& fits) const {
    constexpr double scale_step = 0.93;
    const double usual_scale = std::min(1.0, px(style.em_mm) / theme.em(style)); // of text size 1
    double scale = 1;
    while (true) {
        const TextLayout layout = layout_text(text, style.scaled(scale), width);
        if (scale <= min_scale || fits(*layout, scale)) return layout;
        const double next = scale * scale_step;
        scale = std::max(scale > usual_scale ? std::max(next, usual_scale) : next, min_scale);
    }
}

// The smallest size is relative to text size 1, because a text that grows with the visitor's text
// size may shrink again where there is no space.
double Frame::readable_scale(const TextStyle& style) const {
    constexpr double min_fraction = 0.7;
    return std::min(1.0, min_fraction * px(style.em_mm) / theme.em(style));
}

double Frame::two_line_width(std::string_view text, const TextStyle& style) const {
    double width = layout_text(text, style)->width;
    for (std::size_t i = text.find(' '); i != std::string_view::npos; i = text.find(' ', i + 1)) {
        std::string lines(text);
        lines[i] = '\n';
        width = std::min<double>(width, layout_text(lines, style)->width);
    }
    return width;
}

TextLayout Frame::fit_lines(std::string_view text, const TextStyle& style, double width,
                            int max_lines) const {
    const auto fit = [&](std::size_t line_limit) {
        return shrink_to_fit(text, style, width, readable_scale(style),
                             [line_limit](const text::Paragraph& paragraph, double) {
                                 return !paragraph.has_split_word &&
                                        paragraph.lines.size() <= line_limit;
                             });
    };
    const TextLayout layout = fit(static_cast<std::size_t>(max_lines));
    const std::size_t line_count = layout->lines.size();
    // If the text needs more lines anyway, it is as large as it can be in these.
    return line_count > static_cast<std::size_t>(max_lines) ? fit(line_count) : layout;
}

bool Frame::is_readable_em(int em_px) const {
    constexpr double min_fraction = 0.94;
    return em_px >= std::floor(min_fraction * px(text_style::min_em_mm));
}

TextLayout Frame::fit_readable_lines(std::string_view text, const TextStyle& style, double width,
                                     int max_lines) const {
    for (int lines = 1; lines < max_lines; ++lines) {
        TextLayout layout = fit_lines(text, style, width, lines);
        const bool fits = layout->lines.size() <= static_cast<std::size_t>(lines);
        if (fits && is_readable_em(layout->spec.em_px)) return layout;
    }
    return fit_lines(text, style, width, max_lines);
}

TextLayout Frame::fit_number(std::string_view text, const TextStyle& style, double width) const {
    const auto line_count = static_cast<std::size_t>(1 + std::ranges::count(text, '\n'));
    return shrink_to_fit(text, style, width, min_shrink_scale,
                         [line_count](const text::Paragraph& paragraph, double) {
                             return !paragraph.has_split_word &&
                                    paragraph.lines.size() == line_count;
                         });
}

TextLayout Frame::fit_box(std::string_view text, const TextStyle& style, double width,
                          double height) const {
    const double readable = readable_scale(style);
    return shrink_to_fit(
        text, style, width, min_shrink_scale, [=](const text::Paragraph& paragraph, double scale) {
            return (!paragraph.has_split_word || scale <= readable) && paragraph.height <= height;
        });
}

// A binary search, because the layout of each candidate takes time. Off the screen only the height
// counts, which stays the same.
TextLayout Frame::balance_lines(const TextLayout& layout, int max_lines) const {
    const std::size_t line_count = layout->lines.size();
    const bool can_balance = line_count >= 2 && line_count <= static_cast<std::size_t>(max_lines);
    if (!can_balance || !is_drawing()) return layout;
    TextLayout best = layout;
    text::TextSpec spec = layout->spec;
    int too_narrow = layout->width / 2;
    while (best->width - too_narrow > std::max(1, spec.em_px / 4)) {
        spec.max_width = std::midpoint(too_narrow, best->width);
        const TextLayout narrower = lay_out(spec);
        if (narrower->lines.size() > layout->lines.size() || narrower->has_split_word)
            too_narrow = spec.max_width;
        else
            best = narrower;
    }
    return best;
}

TextLayout Frame::with_em(const TextLayout& layout, int em_px) const {
    if (layout->spec.em_px == em_px) return layout;
    text::TextSpec spec = layout->spec;
    spec.em_px = em_px;
    return lay_out(spec);
}

void Frame::draw_text(const TextLayout& layout, const render::Rect& box, Align align,
                      render::Color color, render::Color background, Role role) {
    for (const text::Line& line : layout->lines)
        add_piece(box.y + line.y, box.y + line.y + line.height);
    if (parts_ != nullptr && layout->lines.size() > 1)
        for (const text::Line* line : {&layout->lines[1], &layout->lines.back()})
            parts_->single_line_tops.push_back(box.y + line->y);
    if (mode_ == Mode::measuring) return;
    const render::Rect on_screen = mirror(box);
    // An English text begins at the left, as its readers expect. On a button it stays beside the
    // icons and numbers there.
    const bool is_on_target = parent_ >= 0;
    const bool begins_at_right =
        language.is_right_to_left && (is_on_target || !is_untranslated(*this, layout->spec));
    const bool is_right_aligned = (align == Align::end) != begins_at_right;
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
        if (!is_drawing() || rect.bottom() < clip_.y || rect.y > clip_.bottom() || line.width == 0)
            continue;
        const bool has_plain_background = backgrounds_.is_uniform(
            {rect.x, y, rect.w, static_cast<double>(line.height)}, background);
        draw_image(
            render::TextLineImage{layout, i, color,
                                  has_plain_background ? background : render::Color{0, 0, 0, 0}},
            rect, 0, 0, 1, 1);
    }
    render::Rect rect{left, box.y, right - left, static_cast<double>(layout->height)};
    if (role == Role::digits) {
        // Digits have no descenders, so other things may be closer than the lines are high.
        rect.y += digits_above_em * layout->spec.em_px;
        rect.h -= (digits_above_em + digits_below_em) * layout->spec.em_px;
    }
    OutlineNode& node = add_node(role, layout->spec.text, rect);
    node.text_color = color;
    node.background = background;
    node.has_split_word = layout->has_split_word;
    node.layout = layout;
}

} // namespace ui
