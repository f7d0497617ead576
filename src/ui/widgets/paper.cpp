#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

std::string Way::payload() const {
    return texting ? content::text_code(number, word) : content::call_code(number);
}

Way way(const Frame& frame, const content::HelpLine& line, bool texting) {
    if (line.text && (texting || !line.call))
        return {line.text->to, line.text->word.empty() ? "" : frame.say(line.text->word), true};
    return {*line.call, "", false};
}

std::string what_to_text(const Frame& frame, const Way& way) {
    return way.word.empty() ? frame.say("Text") : frame.say("Text the word {word}", {{"word", way.word}});
}

void printed_code(Frame& frame, const Rect& card, const Way& way) {
    if (!way.number.is_emergency()) printed_code(frame, card, way.payload());
}

void printed_code(Frame& frame, const Rect& card, const std::string& payload) {
    const qr::Code* code = frame.code_for(payload);
    if (code == nullptr) return;
    const double rim = std::max(1.0, std::round(frame.px(0.5)));
    frame.rounded(card, frame.px(2.5), {255, 255, 255, 255}, frame.colours().paper.edge, rim);
    frame.code(*code, card.inset(frame.px(2.5) / 2 + rim), payload);
}

double code_card_side(const Frame& frame, const Way& way, double side_mm, double most) {
    return code_card_side(frame, way.payload(), side_mm, most);
}

double code_card_side(const Frame& frame, const std::string& payload, double side_mm, double most) {
    const qr::Code* code = frame.code_for(payload);
    if (code == nullptr) return 0;
    const double rim = 2 * (frame.px(2.5) / 2 + std::max(1.0, std::round(frame.px(0.5))));
    const int across = code->size + 2 * qr::quiet_zone;
    const double px_per_mm = std::max(1 / frame.theme.panel_mm(1), frame.px(1)); // grows on a large panel
    const double wanted = std::ceil(side_mm * px_per_mm / code->size);
    const double module = std::min(wanted, std::floor((most - rim) / across));
    return std::ceil(module * across + rim);
}

Colour digits_colour(const Frame& frame, const content::Number& number) {
    return number.is_emergency() ? frame.colours().danger : frame.colours().paper.ink;
}

void perforation(Frame& frame, double x, double top, double bottom) {
    const double width = std::max(1.0, frame.px(0.7)), dash = frame.px(2.2);
    for (double y = top; y < bottom; y += 1.7 * dash)
        frame.fill({x - width / 2, y, width, std::min(dash, bottom - y)}, frame.colours().perforation);
}

void torn_edge(Frame& frame, const Rect& sheet) {
    const double bite = std::max(4.0, std::round(frame.px(3.4))), corner = frame.px(size::radius * 1.3);
    const int bites = static_cast<int>((sheet.w - 2 * corner) / (bite * 1.6));
    const double step = (sheet.w - 2 * corner) / bites, rim = std::max(1.0, std::round(frame.px(0.5)));
    const Colour behind = frame.colours().veil;
    for (int i = 0; i < bites; ++i) {
        const double x = sheet.x + corner + (i + 0.5) * step - bite / 2;
        frame.rounded({x, sheet.y - bite / 2, bite, bite}, bite / 2, behind, frame.colours().paper.edge, rim);
    }
    frame.fill({sheet.x + corner, sheet.y - bite, sheet.w - 2 * corner, bite}, behind);
}

} // namespace ui
