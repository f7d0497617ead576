#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

std::string ContactMethod::qr_payload() const {
    return is_text ? content::smsto_uri(phone_number, word) : content::tel_uri(phone_number);
}

ContactMethod contact_method(const Frame& frame, const content::HelpLine& help_line,
                             bool should_text) {
    if (help_line.text && (should_text || !help_line.call))
        return {help_line.text->to,
                help_line.text->word.empty() ? "" : frame.translate(help_line.text->word), true};
    return {*help_line.call, "", false};
}

std::string text_instruction(const Frame& frame, const ContactMethod& contact) {
    return contact.word.empty() ? frame.translate("Text")
                                : frame.translate("Text the word {word}", {{"word", contact.word}});
}

void draw_qr_card(Frame& frame, const render::Rect& card, const ContactMethod& contact) {
    if (!contact.phone_number.is_emergency()) draw_qr_card(frame, card, contact.qr_payload());
}

void draw_qr_card(Frame& frame, const render::Rect& card, const std::string& payload) {
    const qr::Code* qr_code = frame.qr_code(payload);
    if (qr_code == nullptr) return;
    const double border = std::max(1.0, std::round(frame.px(0.5)));
    frame.draw_rounded_rect(card, frame.px(2.5), {255, 255, 255, 255}, frame.palette().paper.edge,
                            border);
    frame.draw_qr_code(*qr_code, card.inset(frame.px(2.5) / 2 + border), payload);
}

double qr_card_side(const Frame& frame, const ContactMethod& contact, double side_mm,
                    double max_side) {
    return qr_card_side(frame, contact.qr_payload(), side_mm, max_side);
}

double qr_card_side(const Frame& frame, const std::string& payload, double side_mm,
                    double max_side) {
    const qr::Code* qr_code = frame.qr_code(payload);
    if (qr_code == nullptr) return 0;
    const double border = 2 * (frame.px(2.5) / 2 + std::max(1.0, std::round(frame.px(0.5))));
    const int module_count = qr_code->size + 2 * qr::quiet_zone;
    // A millimeter of the interface is larger than one of the panel on a large panel.
    const double px_per_mm = std::max(1 / frame.theme.panel_mm(1), frame.px(1));
    const double preferred_module = std::ceil(side_mm * px_per_mm / qr_code->size);
    const double module =
        std::min(preferred_module, std::floor((max_side - border) / module_count));
    return std::ceil(module * module_count + border);
}

render::Color digits_color(const Frame& frame, const content::PhoneNumber& number) {
    return number.is_emergency() ? frame.palette().danger : frame.palette().paper.text;
}

void draw_perforation(Frame& frame, double x, double top, double bottom) {
    const double width = std::max(1.0, frame.px(0.7)), dash = frame.px(2.2);
    for (double y = top; y < bottom; y += 1.7 * dash)
        frame.fill_rect({x - width / 2, y, width, std::min(dash, bottom - y)},
                        frame.palette().perforation);
}

void draw_torn_edge(Frame& frame, const render::Rect& paper) {
    const double notch = std::max(4.0, std::round(frame.px(3.4))),
                 corner = frame.px(metric::radius * 1.3);
    const int notch_count = static_cast<int>((paper.w - 2 * corner) / (notch * 1.6));
    const double step = (paper.w - 2 * corner) / notch_count,
                 border = std::max(1.0, std::round(frame.px(0.5)));
    const render::Color background = frame.palette().scrim;
    for (int i = 0; i < notch_count; ++i) {
        const double x = paper.x + corner + (i + 0.5) * step - notch / 2;
        frame.draw_rounded_rect({x, paper.y - notch / 2, notch, notch}, notch / 2, background,
                                frame.palette().paper.edge, border);
    }
    frame.fill_rect({paper.x + corner, paper.y - notch, paper.w - 2 * corner, notch}, background);
}

} // namespace ui
