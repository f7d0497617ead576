#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ui {

namespace {

// The corners of the white square are round, and the quiet zone is not.
constexpr double qr_radius_mm = 1.8;

double qr_border(const Frame& frame) {
    return std::ceil(frame.px(qr_radius_mm) * 0.3);
}

// Returns where dots of this size begin between `begin` and `end`, with gaps as large as the dots,
// and with equal space before the first and after the last one.
std::vector<double> dot_places(double begin, double end, double dot) {
    const double step = 2 * dot, length = end - begin;
    const int count = static_cast<int>((length - dot) / step);
    const double space = std::floor((length - (count - 1) * step - dot) / 2);
    std::vector<double> places;
    places.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i) places.push_back(begin + space + i * step);
    return places;
}

} // namespace

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
                                : frame.translate("Text {word}", {{"word", contact.word}});
}

void draw_qr_card(Frame& frame, const render::Rect& card, const ContactMethod& contact) {
    if (!contact.phone_number.is_emergency()) draw_qr_card(frame, card, contact.qr_payload());
}

void draw_qr_card(Frame& frame, const render::Rect& card, const std::string& payload) {
    const qr::Code* qr_code = frame.qr_code(payload);
    if (qr_code == nullptr) return;
    frame.draw_rounded_rect(card, frame.px(qr_radius_mm), {255, 255, 255, 255});
    frame.draw_qr_code(*qr_code, card.inset(qr_border(frame)), payload);
}

double qr_card_side(const Frame& frame, const ContactMethod& contact, double side_mm,
                    double max_side) {
    return qr_card_side(frame, contact.qr_payload(), side_mm, max_side);
}

double qr_card_side(const Frame& frame, const std::string& payload, double side_mm,
                    double max_side) {
    const qr::Code* qr_code = frame.qr_code(payload);
    if (qr_code == nullptr) return 0;
    const double border = 2 * qr_border(frame);
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

double perforation_height(const Frame& frame) {
    return std::max(2.0, std::round(frame.px(0.9)));
}

void draw_horizontal_perforation(Frame& frame, double left, double right, double y) {
    const double dot = perforation_height(frame);
    for (const double x : dot_places(left, right, dot))
        frame.fill_rect({x, y, dot, dot}, frame.palette().perforation);
}

void draw_vertical_perforation(Frame& frame, double x, double top, double bottom) {
    const double dot = perforation_height(frame);
    for (const double y : dot_places(top, bottom, dot))
        frame.fill_rect({x - dot / 2, y, dot, dot}, frame.palette().perforation);
}

double digits_height(const TextLayout& digits) {
    return digits->height - (digits_above_em + digits_below_em) * digits->spec.em_px;
}

void draw_digits(Frame& frame, const TextLayout& digits, const render::Rect& box, Align align,
                 render::Color color, render::Color background) {
    const double above = digits_above_em * digits->spec.em_px;
    frame.draw_text(digits, {box.x, box.y - above, box.w, 0}, align, color, background,
                    Role::digits);
}

void draw_torn_edge(Frame& frame, const render::Rect& paper) {
    const double bite = std::max(4.0, std::round(frame.px(4))), step = bite * 1.75;
    const int count = static_cast<int>(paper.w / step);
    const double left = paper.x + (paper.w - (count - 1) * step - bite) / 2;
    const render::Color ground = frame.palette().scrim;
    const ComponentColors& colors = frame.palette().paper;
    const double edge = std::max(1.0, std::round(frame.px(0.5)));
    // The upper corners are square, and the bites are all along the edge.
    const double corner = frame.px(metric::radius * 1.3);
    for (const double x : {paper.x, paper.right() - corner}) {
        frame.fill_rect({x, paper.y, corner, corner}, colors.fill);
        frame.fill_rect({x, paper.y, corner, edge}, colors.edge);
    }
    for (const double x : {paper.x, paper.right() - edge})
        frame.fill_rect({x, paper.y, edge, corner}, colors.edge);
    for (int i = 0; i < count; ++i)
        frame.draw_rounded_rect(
            {left + i * step - edge, paper.y - bite / 2 - edge, bite + 2 * edge, bite + 2 * edge},
            bite / 2 + edge, ground, colors.edge, edge);
    frame.fill_rect({paper.x, paper.y - bite, paper.w, bite}, ground);
}

} // namespace ui
