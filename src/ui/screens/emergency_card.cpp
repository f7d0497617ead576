#include "ui/screens/screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace ui {

namespace {

constexpr double emergency_card_padding_mm = 4;
constexpr double min_label_mm = 19; // the height of two lines

struct Card {
    content::PhoneNumber phone_number;
    TextLayout label;
    TextLayout digits;
};

// Lays out the texts of all cards. The labels of all cards get the same size, in which all fit, and
// so do the digits.
std::vector<Card> layout_cards(const Frame& frame, double width, double height) {
    const double inner = width - 2 * frame.px(emergency_card_padding_mm);
    TextStyle digits_style = text_style::slip_digits;
    // Six digits, each with a width of 0.572 em, fit into a card with space beside them.
    constexpr double max_em_mm = 36, max_number_em = 6 * 0.64;
    digits_style.em_mm =
        std::min({max_em_mm, frame.theme.mm(height * 0.42), frame.theme.mm(inner) / max_number_em});
    // Two lines of the label matter more than large digits.
    const double label_height = std::max(height * 0.38, frame.px(min_label_mm));
    // They do not grow with the text size, because they are as large as they can be.
    digits_style.growth = 0;
    constexpr double tall_card_mm = 60;
    TextStyle label_style =
        frame.theme.mm(height) < tall_card_mm ? text_style::tab_label : text_style::strong;
    label_style.has_tight_leading = true;
    std::vector<Card> cards;
    int label_px = std::numeric_limits<int>::max(), digits_px = label_px;
    for (const content::HelpLine& help_line : frame.content.help_lines) {
        const content::PhoneNumber phone_number = contact_method(frame, help_line).phone_number;
        const TextLayout label = frame.balance_lines(
            frame.fit_box(frame.translate(help_line.need), label_style, inner, label_height));
        cards.push_back({phone_number, label,
                         frame.fit_number(phone_number.display_text(), digits_style, inner)});
        label_px = std::min(label_px, label->spec.em_px);
        digits_px = std::min(digits_px, cards.back().digits->spec.em_px);
    }
    for (Card& card : cards) {
        card.label = frame.balance_lines(frame.with_em(card.label, label_px));
        card.digits = frame.with_em(card.digits, digits_px);
    }
    return cards;
}

// Returns the places of the cards in two rows, or in two columns. The first card, that of the
// emergency number, takes what the others leave.
std::vector<render::Rect> arrange_cards(const Frame& frame, const render::Rect& area) {
    const std::size_t count = frame.content.help_lines.size();
    const std::size_t column_count = frame.theme.is_wide() ? (count + 1) / 2 : 2;
    const std::size_t row_count = (count + column_count - 1) / column_count;
    const double gap = frame.px(metric::gap);
    const auto part = [gap](double length, std::size_t parts) {
        return (length - gap * static_cast<double>(parts - 1)) / static_cast<double>(parts);
    };
    const double width = part(area.w, column_count), height = part(area.h, row_count);
    const std::size_t missing = row_count * column_count - count;
    std::vector<render::Rect> rects;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t cell = i == 0 ? 0 : i + missing;
        const auto column = static_cast<double>(cell % column_count),
                   row = static_cast<double>(cell / column_count),
                   more_columns = static_cast<double>(i == 0 ? missing : 0);
        rects.push_back({area.x + column * (width + gap), area.y + row * (height + gap),
                         width + more_columns * (width + gap), height});
    }
    return rects;
}

double max_label_height(const std::vector<Card>& cards) {
    int height = 0;
    for (const Card& card : cards) height = std::max(height, card.label->height);
    return height;
}

// `label_height` is the height in pixels that every label gets, so that the digits are in a row.
void draw_number_card(Frame& frame, const Card& card, const render::Rect& rect,
                      double label_height) {
    const ComponentColors& paper = frame.palette().paper;
    frame.draw_rounded_rect(rect, frame.px(metric::radius), paper.fill, paper.edge, frame.px(0.5));
    const render::Rect in = rect.inset(frame.px(emergency_card_padding_mm), 0);
    const double y = rect.y + (rect.h - label_height - card.digits->height) / 2 + label_height;
    frame.draw_text(card.label, {in.x, y - card.label->height, in.w, 0}, Align::center, paper.text,
                    paper.fill);
    frame.draw_text(card.digits, {in.x, y, in.w, 0}, Align::center,
                    digits_color(frame, card.phone_number), paper.fill, Role::digits);
}

} // namespace

void draw_emergency_card(Frame& frame) {
    const Palette& palette = frame.palette();
    frame.fill_rect(frame.screen(), palette.background);
    const render::Rect page =
        draw_bottom_bar(frame).inset(frame.theme.margin(), frame.px(metric::gap));
    const bool is_short = frame.theme.is_short();
    const TextLayout headline =
        frame.fit_lines(frame.translate(frame.content.home.headline),
                        is_short ? text_style::need : text_style::title, page.w);
    frame.draw_text(headline, page, Align::start, palette.text, palette.background, Role::heading);
    double y = page.y + headline->height;
    // On a low panel, the numbers need its space.
    if (!frame.theme.is_very_short()) {
        TextStyle style = is_short ? text_style::label : text_style::body;
        style.growth = 0.3; // smaller than the headline
        const TextLayout line =
            frame.fit_box(frame.translate(frame.content.home.line), style, page.w, page.h / 6);
        frame.draw_text(line, {page.x, y, page.w, 0}, Align::start, palette.secondary_text,
                        palette.background);
        y += line->height;
    }
    y += frame.px(metric::gap);
    const std::vector<render::Rect> rects =
        arrange_cards(frame, {page.x, y, page.w, page.bottom() - y});
    const std::vector<Card> cards = layout_cards(frame, rects.back().w, rects.back().h);
    for (std::size_t i = 0; i < cards.size(); ++i)
        draw_number_card(frame, cards[i], rects[i], max_label_height(cards));
}

} // namespace ui
