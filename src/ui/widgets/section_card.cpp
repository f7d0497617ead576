#include "ui/widgets/section_card.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/raised_rect.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double disc_mm = 22;
constexpr double compact_icon_mm = 11;
constexpr double card_padding_mm = 7.7;
constexpr double compact_padding_mm = 4.4;
constexpr double card_gap_mm = 6; // between the icon and the texts beside it
constexpr double chevron_mm = 12;
constexpr double section_card_foot_mm = 1.1;
// The highest gap between the icon and the texts below it, as a fraction of the card's height.
constexpr double max_hole_fraction = 0.26;

bool has_disc(CardShape shape) {
    return shape == CardShape::tall || shape == CardShape::flat;
}

bool has_icon_above(CardShape shape) {
    return shape == CardShape::tall || shape == CardShape::compact;
}

double card_padding(const Frame& frame, CardShape shape) {
    return frame.px(has_disc(shape) ? card_padding_mm : compact_padding_mm);
}

double icon_area_side(const Frame& frame, const CardStyle& style) {
    if (has_disc(style.shape)) return frame.px(disc_mm * style.scale);
    // Without subtitles, there is space for icons that grow with the text.
    constexpr double max_growth = 1.5;
    const double growth = style.has_subtitle ? 1 : std::min(frame.theme.text_factor(), max_growth);
    return frame.px(compact_icon_mm * style.scale * growth);
}

TextStyle title_style(const content::Section& section, const CardStyle& style) {
    const TextStyle& usual = !has_disc(style.shape) ? text_style::compact_card
                             : section.prominent    ? text_style::prominent_card
                                                    : text_style::card;
    return usual.scaled(style.scale);
}

TextStyle subtitle_style(const content::Section& section, const CardStyle& style) {
    if (style.shape == CardShape::row) return text_style::row_subtitle;
    if (!has_disc(style.shape)) return text_style::card_subtitle;
    const bool is_large = section.prominent && !style.has_equal_subtitles;
    return (is_large ? text_style::prominent_subtitle : text_style::card_subtitle)
        .scaled(style.scale);
}

// A wide card has a chevron at its end.
bool has_chevron(const Frame& frame, CardShape shape, double width) {
    return has_icon_above(shape) || width > frame.px(200);
}

double text_width(const Frame& frame, const CardStyle& style, double width) {
    const CardShape shape = style.shape;
    double text = width - 2 * card_padding(frame, shape);
    if (has_icon_above(shape)) return text;
    text -= icon_area_side(frame, style) + frame.px(has_disc(shape) ? card_gap_mm : 3);
    return has_chevron(frame, shape, width) ? text - frame.px(chevron_mm + 3) : text;
}

// On a narrow card, a title that nearly fits into one line shrinks a little instead of having two.
// A prominent one may become as small as the others.
TextLayout layout_title(const Frame& frame, const content::Section& section, double width,
                        const CardStyle& style) {
    const double min_line_scale = section.prominent ? 0.79 : 0.92;
    const std::string text = frame.translate(section.title);
    const TextStyle title = title_style(section, style);
    const double inner = text_width(frame, style, width);
    const bool is_narrow = style.shape == CardShape::flat && !frame.theme.is_wide();
    if (style.shape == CardShape::compact || is_narrow) {
        const TextLayout line = frame.fit_lines(text, title, inner, 1);
        if (line->lines.size() == 1 && line->spec.em_px >= min_line_scale * frame.theme.em(title))
            return line;
    }
    return frame.fit_lines(text, title, inner, 2);
}

// Returns null if there is none.
TextLayout layout_subtitle(const Frame& frame, const content::Section& section, double inner,
                           const CardStyle& style) {
    if (!style.has_subtitle || section.subtitle.empty()) return nullptr;
    return frame.fit_lines(frame.translate(section.subtitle), subtitle_style(section, style), inner,
                           2);
}

// A prominent title is as large as it can be, others have the size of the smallest.
bool has_own_title_size(const content::Section& section, const CardStyle& style) {
    return section.prominent && has_disc(style.shape);
}

bool has_own_subtitle_size(const content::Section& section, const CardStyle& style) {
    return has_own_title_size(section, style) && !style.has_equal_subtitles;
}

// The texts of a card. The subtitle may be null.
struct CardTexts {
    TextLayout title;
    TextLayout subtitle;

    double height() const { return title->height + (subtitle ? subtitle->height : 0); }
};

CardTexts layout_texts(const Frame& frame, const content::Section& section, double width,
                       const CardStyle& style) {
    const double inner = text_width(frame, style, width);
    CardTexts texts;
    texts.title = layout_title(frame, section, width, style);
    if (!has_own_title_size(section, style))
        texts.title = frame.with_em(texts.title, std::min(style.title_px, texts.title->spec.em_px));
    texts.title = frame.balance_lines(texts.title);
    texts.subtitle = layout_subtitle(frame, section, inner, style);
    if (!texts.subtitle) return texts;
    if (!has_own_subtitle_size(section, style))
        texts.subtitle =
            frame.with_em(texts.subtitle, std::min(style.subtitle_px, texts.subtitle->spec.em_px));
    texts.subtitle = frame.balance_lines(texts.subtitle);
    return texts;
}

// Draws the icon, on a disc if the shape has one.
void draw_card_icon(Frame& frame, const content::Section& section, const render::Rect& area,
                    CardShape shape, const ComponentColors& card) {
    if (!has_disc(shape))
        return frame.draw_icon(section.icon, area,
                               section.prominent ? card.text : frame.palette().accent);
    const ComponentColors& mist = frame.palette().secondary_button;
    const render::Color disc = section.prominent ? card.text : mist.fill;
    const render::Color icon = section.prominent ? card.fill : frame.palette().accent;
    frame.draw_rounded_rect(area, area.w / 2, disc, mist.edge,
                            mist.edge == mist.fill || section.prominent ? 0 : frame.px(0.5));
    frame.draw_icon(section.icon, area.inset(area.w * 0.21), icon);
}

void draw_chevron(Frame& frame, const render::Rect& area, render::Color color) {
    frame.draw_icon(frame.language.is_right_to_left ? "chevron_left" : "chevron_right", area,
                    color);
}

void draw_card(Frame& frame, const content::Section& section, const render::Rect& rect,
               const CardStyle& style, bool is_pressed) {
    const ComponentColors& colors =
        section.prominent ? frame.palette().primary : frame.palette().card;
    const render::Color fill = is_pressed ? pressed_color(colors.fill) : colors.fill;
    const render::Rect front = draw_raised_rect(
        frame, rect, {fill, colors.edge, colors.edge, section_card_foot_mm}, is_pressed);
    const double padding = card_padding(frame, style.shape),
                 icon = std::min(icon_area_side(frame, style), front.h - frame.px(3));
    const bool is_above = has_icon_above(style.shape);
    const double icon_y = is_above ? front.y + padding * (has_disc(style.shape) ? 0.85 : 0.6)
                                   : front.y + (front.h - icon) / 2;
    draw_card_icon(frame, section, {front.x + padding, icon_y, icon, icon}, style.shape, colors);
    const CardTexts texts = layout_texts(frame, section, rect.w, style);
    const double text_x = is_above ? front.x + padding
                                   : front.x + padding + icon_area_side(frame, style) +
                                         frame.px(has_disc(style.shape) ? card_gap_mm : 3);
    const double texts_height =
        is_above ? std::max(texts.height(), style.texts_height) : texts.height();
    const double text_y =
        is_above ? std::min(front.bottom() - padding * (has_disc(style.shape) ? 0.65 : 0.5) -
                                texts_height,
                            icon_y + icon + max_hole_fraction * front.h)
                 : front.y + (front.h - texts_height) / 2;
    const double width = text_width(frame, style, rect.w);
    frame.draw_text(texts.title, {text_x, text_y, width, 0}, Align::start, colors.text, fill);
    if (texts.subtitle)
        frame.draw_text(texts.subtitle, {text_x, text_y + texts.title->height, width, 0},
                        Align::start,
                        section.prominent ? colors.text : frame.palette().secondary_text, fill);
    if (!has_chevron(frame, style.shape, rect.w)) return;
    const double chevron = frame.px(chevron_mm * style.scale);
    draw_chevron(
        frame,
        {front.right() - padding - chevron * 0.8, icon_y + (icon - chevron) / 2, chevron, chevron},
        section.prominent ? colors.text : frame.palette().accent);
}

} // namespace

int card_title_px(const Frame& frame, const content::Section& section, double width,
                  const CardStyle& style) {
    const TextLayout title = layout_title(frame, section, width, style);
    const bool is_fitting = title->lines.size() <= 2 && !title->has_split_word;
    return is_fitting ? title->spec.em_px : 0;
}

int card_subtitle_px(const Frame& frame, const content::Section& section, double width,
                     const CardStyle& style) {
    const TextLayout subtitle =
        layout_subtitle(frame, section, text_width(frame, style, width), style);
    return subtitle && !has_own_subtitle_size(section, style) ? subtitle->spec.em_px
                                                              : std::numeric_limits<int>::max();
}

bool has_short_subtitle(const Frame& frame, const content::Section& section, double width,
                        const CardStyle& style) {
    const TextLayout subtitle =
        layout_subtitle(frame, section, text_width(frame, style, width), style);
    return !subtitle || subtitle->lines.size() == 1;
}

double card_texts_height(const Frame& frame, const content::Section& section, double width,
                         const CardStyle& style) {
    return layout_texts(frame, section, width, style).height();
}

double card_height(const Frame& frame, const content::Section& section, double width,
                   const CardStyle& style) {
    const double texts = card_texts_height(frame, section, width, style);
    const double padding = card_padding(frame, style.shape);
    if (has_icon_above(style.shape))
        return texts + icon_area_side(frame, style) +
               padding * (has_disc(style.shape) ? 1.5 : 1.1) +
               frame.px(has_disc(style.shape) ? 1.5 : 0) + frame.px(section_card_foot_mm);
    const double min_height = section.prominent ? disc_mm + 18 : disc_mm + 14;
    const double icon = frame.px(has_disc(style.shape) ? min_height * style.scale : metric::target);
    const double around_texts = frame.px(has_disc(style.shape) ? 5 : 3.5);
    return std::max(icon, texts + around_texts) + frame.px(section_card_foot_mm);
}

void draw_section_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                       const CardStyle& style) {
    const PressState press = frame.begin_target(rect, frame.translate(section.title),
                                                session::OpenSection{section.id}, "page");
    draw_card(frame, section, rect, style, press.is_pressed);
    frame.draw_focus_ring(rect, frame.px(metric::radius));
    frame.end_target();
}

} // namespace ui
