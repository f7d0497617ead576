#include "ui/screens/screens.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>

namespace ui {

namespace {

void draw_number(Frame& frame, const content::HelpLine& line, const Rect& card) {
    const Surface& paper = frame.colours().paper;
    frame.rounded(card, frame.px(size::radius), paper.fill, paper.edge, frame.px(0.5));
    const double width = card.w - 2 * frame.px(4);
    const content::Number number = way(frame, line).number;
    const Written label = frame.fit_box(
        frame.say(line.label), frame.theme.is_low() ? type::label : type::strong, width, card.h * 0.38);
    Type large = type::slip_digits; // in one piece, whatever the card
    large.em_mm = std::min(large.em_mm, frame.theme.mm(card.h * 0.42));
    const Written digits = frame.fit(number.shown(), large, width);
    double y = card.y + (card.h - label->height - digits->height) / 2;
    frame.write(label, {card.x + frame.px(4), y, width, 0}, Align::centre, paper.ink, paper.fill);
    y += label->height;
    frame.write(digits, {card.x + frame.px(4), y, width, 0}, Align::centre, digits_colour(frame, number),
                paper.fill, Role::digits);
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
    for (std::size_t i = 0; i < frame.content.help_lines.size(); ++i) {
        const auto column = static_cast<double>(i % columns), row = static_cast<double>(i / columns);
        draw_number(frame, frame.content.help_lines[i],
                    {page.x + column * (width + gap), y + row * (height + gap), width, height});
    }
}

} // namespace ui
