#include "ui/screens/screens.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace ui {

namespace {

constexpr double card_edge = 4; // of a card, millimetres

struct Card {
    content::Number number;
    Written label, digits;
};

// Digits as large as the smallest need be, so that all look alike.
std::vector<Card> measure(const Frame& frame, double width, double height) {
    const double inner = width - 2 * frame.px(card_edge);
    Type large = type::slip_digits; // in one piece, whatever the card
    large.em_mm = std::min(large.em_mm, frame.theme.mm(height * 0.42));
    const Type& small = frame.theme.is_low() ? type::label : type::strong;
    std::vector<Card> cards;
    int px = std::numeric_limits<int>::max();
    for (const content::HelpLine& line : frame.content.help_lines) {
        const content::Number number = way(frame, line).number;
        const Written label = frame.balanced(frame.fit_box(frame.say(line.label), small, inner, height * 0.38));
        cards.push_back({number, label, frame.fit(number.shown(), large, inner)});
        px = std::min(px, cards.back().digits->setting.px);
    }
    for (Card& card : cards) card.digits = frame.resized(card.digits, px);
    return cards;
}

double highest_label(const std::vector<Card>& cards) {
    int height = 0;
    for (const Card& card : cards) height = std::max(height, card.label->height);
    return height;
}

// `labels`: height that all labels get, so that the digits stand in a row.
void draw_number(Frame& frame, const Card& card, const Rect& rect, double labels) {
    const Surface& paper = frame.colours().paper;
    frame.rounded(rect, frame.px(size::radius), paper.fill, paper.edge, frame.px(0.5));
    const Rect in = rect.inset(frame.px(card_edge), 0);
    const double y = rect.y + (rect.h - labels - card.digits->height) / 2 + labels;
    frame.write(card.label, {in.x, y - card.label->height, in.w, 0}, Align::centre, paper.ink, paper.fill);
    frame.write(card.digits, {in.x, y, in.w, 0}, Align::centre, digits_colour(frame, card.number), paper.fill,
                Role::digits);
}

} // namespace

void draw_emergency(Frame& frame) {
    const Palette& colours = frame.colours();
    frame.fill(frame.screen(), colours.ground);
    const Rect page = bar(frame).inset(frame.theme.margin(), frame.px(size::gap));
    const Written headline = frame.fit(frame.say(frame.content.home.headline), type::title, page.w);
    const Written line = frame.fit_box(frame.say(frame.content.home.line), type::body, page.w, page.h / 6);
    frame.write(headline, page, Align::start, colours.ink, colours.ground, Role::heading);
    double y = page.y + headline->height;
    frame.write(line, {page.x, y, page.w, 0}, Align::start, colours.quiet, colours.ground);
    y += line->height + frame.px(size::gap);
    const std::size_t columns = frame.theme.is_wide() ? 4 : 2, rows = 4 / columns;
    const double gap = frame.px(size::gap);
    const double width = (page.w - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double height = (page.bottom() - y - gap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    const std::vector<Card> cards = measure(frame, width, height);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto column = static_cast<double>(i % columns), row = static_cast<double>(i / columns);
        const Rect rect{page.x + column * (width + gap), y + row * (height + gap), width, height};
        draw_number(frame, cards[i], rect, highest_label(cards));
    }
}

} // namespace ui
