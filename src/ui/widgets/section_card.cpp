#include "ui/widgets/section_card.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double card_icon_mm = 15;
constexpr double card_padding_mm = 7;
constexpr double card_gap_mm = 3; // between the icon and the title

const TextStyle& card_title_style(const Frame& frame) {
    return is_compact(frame) ? text_style::compact_card : text_style::card;
}

struct CardLayout {
    render::Rect icon;
    TextLayout title;
    render::Rect title_rect;
};

double card_icon_side(const Frame& frame, double height) {
    return std::min(frame.px(card_icon_mm), height - frame.px(card_padding_mm));
}

double card_padding(const Frame& frame, CardShape shape) {
    return frame.px(shape == CardShape::tall ? card_padding_mm : card_padding_mm * 0.6);
}

TextLayout layout_card_title(const Frame& frame, const content::Section& section, double width,
                             CardShape shape) {
    const double icon = shape == CardShape::flat ? frame.px(card_icon_mm * 0.8 + card_gap_mm) : 0;
    return frame.fit_lines(frame.translate(section.title), card_title_style(frame),
                           width - 2 * card_padding(frame, shape) - icon, 3);
}

TextLayout layout_card_title(const Frame& frame, const content::Section& section, double width,
                             const CardStyle& style) {
    return frame.avoid_widow(
        frame.with_em(layout_card_title(frame, section, width, style.shape), style.title_px));
}

CardLayout layout_card(const Frame& frame, const content::Section& section,
                       const render::Rect& rect, const CardStyle& style) {
    const TextLayout title = layout_card_title(frame, section, rect.w, style);
    const CardShape shape = style.shape;
    const double edge = card_padding(frame, shape);
    if (shape == CardShape::tall) {
        const double icon = frame.px(card_icon_mm);
        return {{rect.x + edge, rect.y + edge, icon, icon},
                title,
                {rect.x + edge, rect.bottom() - edge - title->height, rect.w - 2 * edge, 0}};
    }
    const double icon = std::min(frame.px(card_icon_mm * 0.8), card_icon_side(frame, rect.h));
    const double x = rect.x + edge + frame.px(card_icon_mm * 0.8 + card_gap_mm);
    return {{rect.x + edge, rect.y + (rect.h - icon) / 2, icon, icon},
            title,
            {x, rect.y + (rect.h - title->height) / 2, rect.right() - edge - x, 0}};
}

// Positions in pixels. The hint is beside the title if there is space for it.
struct ProminentLayout {
    TextLayout title;
    TextLayout hint; // may be null
    double title_x;
    double hint_x;
    double hint_width;
};

constexpr double prominent_gap_mm = 6; // between the icon, the title and the hint

double prominent_text_width(const Frame& frame, double width) {
    return width - 2 * frame.px(card_padding_mm) - frame.px(card_icon_mm) -
           frame.px(prominent_gap_mm);
}

TextLayout layout_prominent_title(const Frame& frame, const content::Section& section,
                                  double width) {
    return frame.fit_lines(frame.translate(section.title), card_title_style(frame),
                           prominent_text_width(frame, width), 2);
}

ProminentLayout layout_prominent_card(const Frame& frame, const content::Section& section, double x,
                                      double width, int em_px) {
    ProminentLayout layout{};
    const double edge = frame.px(card_padding_mm), gap = frame.px(prominent_gap_mm),
                 text_width = prominent_text_width(frame, width);
    layout.title_x = x + width - edge - text_width;
    layout.title =
        frame.avoid_widow(frame.with_em(layout_prominent_title(frame, section, width), em_px));
    layout.hint_width = text_width - layout.title->width - gap;
    layout.hint_x = x + width - edge - layout.hint_width;
    if (!section.hint.empty() && layout.hint_width > frame.px(50))
        layout.hint = frame.avoid_widow(
            frame.layout_text(frame.translate(section.hint), text_style::label, layout.hint_width));
    return layout;
}

double prominent_card_height(const Frame& frame, const content::Section& section, double width,
                             const CardStyle& style) {
    const ProminentLayout layout = layout_prominent_card(frame, section, 0, width, style.title_px);
    const double text_height =
        std::max(layout.title->height, layout.hint ? layout.hint->height : 0);
    return std::max(frame.px(style.shape == CardShape::tall ? 36 : metric::target),
                    text_height + frame.px(4));
}

void draw_plain_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                     const CardStyle& style, bool is_pressed) {
    const ComponentColors& colors = frame.palette().card;
    const render::Color background = is_pressed ? pressed_color(colors.fill) : colors.fill;
    const double edge_height = std::max(1.0, frame.px(0.9)), radius = frame.px(metric::radius);
    const render::Rect front{rect.x, rect.y, rect.w, rect.h - edge_height};
    frame.draw_rounded_rect(rect, radius, colors.edge);
    frame.draw_rounded_rect(front, radius, background, colors.edge, frame.px(0.5));
    const CardLayout layout = layout_card(frame, section, front, style);
    frame.draw_icon(section.icon, layout.icon, frame.palette().accent);
    frame.draw_text(layout.title, layout.title_rect, Align::start, colors.text, background);
}

void draw_prominent_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                         const CardStyle& style, bool is_pressed) {
    const ComponentColors& colors = frame.palette().primary;
    const render::Color background = is_pressed ? pressed_color(colors.fill) : colors.fill;
    const double icon = card_icon_side(frame, rect.h);
    const ProminentLayout layout =
        layout_prominent_card(frame, section, rect.x, rect.w, style.title_px);
    const auto centered_y = [&](const TextLayout& text) {
        return rect.y + (rect.h - text->height) / 2;
    };
    frame.draw_rounded_rect(rect, frame.px(metric::radius), background, colors.edge, frame.px(0.5));
    frame.draw_icon(section.icon,
                    {rect.x + frame.px(card_padding_mm), rect.y + (rect.h - icon) / 2,
                     frame.px(card_icon_mm), icon},
                    colors.text);
    frame.draw_text(layout.title,
                    {layout.title_x, centered_y(layout.title), rect.right() - layout.title_x, 0},
                    Align::start, colors.text, background);
    if (layout.hint)
        frame.draw_text(layout.hint, {layout.hint_x, centered_y(layout.hint), layout.hint_width, 0},
                        Align::end, colors.text, background);
}

} // namespace

bool is_compact(const Frame& frame) {
    return frame.theme.is_very_short() || (frame.theme.is_short() && !frame.theme.is_wide());
}

int card_title_px(const Frame& frame, const content::Section& section, double width,
                  CardShape shape) {
    return (section.prominent ? layout_prominent_title(frame, section, width)
                              : layout_card_title(frame, section, width, shape))
        ->spec.em_px;
}

double card_height(const Frame& frame, const content::Section& section, double width,
                   const CardStyle& style) {
    if (section.prominent) return prominent_card_height(frame, section, width, style);
    const double text_height = layout_card_title(frame, section, width, style)->height;
    if (style.shape == CardShape::tall)
        return frame.px(2 * card_padding_mm + card_icon_mm + card_gap_mm) + text_height;
    return std::max(frame.px(metric::target), text_height + frame.px(4));
}

void draw_section_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                       const CardStyle& style) {
    const PressState press = frame.begin_target(rect, frame.translate(section.title),
                                                session::OpenSection{section.id}, "page");
    if (section.prominent)
        draw_prominent_card(frame, section, rect, style, press.is_pressed);
    else
        draw_plain_card(frame, section, rect, style, press.is_pressed);
    frame.draw_focus_ring(rect, frame.px(metric::radius));
    frame.end_target();
}

} // namespace ui
