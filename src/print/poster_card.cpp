#include "print/poster_card.hpp"

#include "qr/code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace print {

namespace {

constexpr double padding = 5;
constexpr double vertical_padding = 3;
constexpr double icon_radius = 3.6;
constexpr double max_code_side = 33;       // with its quiet zone
constexpr double min_scale = 0.76;         // the smallest text has 7.3 points
constexpr double max_code_fraction = 0.44; // of the width, with its quiet zone

struct CardLayout {
    TextLayout need;
    TextLayout digits;
    TextLayout instruction;
    TextLayout hook;
    qr::Code code;
    double module = 0;
    double need_height = 0;

    double height() const {
        return need_height + digits.height_mm() + instruction.height_mm() + hook.height_mm();
    }
    bool is_too_wide() const {
        return need.is_too_wide() || digits.is_too_wide() || instruction.is_too_wide() ||
               hook.is_too_wide();
    }
};

double largest_module(const qr::Code& code, double width, double height, const Contact& contact) {
    const double available = std::min({max_code_side, width * max_code_fraction, height});
    const double module = available / (code.size + 2 * qr::quiet_zone);
    if (module < min_module_mm)
        throw std::runtime_error(
            fmt::format("the QR code of the help line \"{}\" needs more space on the poster than "
                        "there is; name fewer lines with --lines",
                        contact.help_line->id));
    return module;
}

// The other number, when the line answers unless all lines answer at the same hours, the cost, and
// how to remember the number.
std::string memory_hook(PaperJob& job, const Contact& contact) {
    std::string hook = contact.other.empty() ? "" : contact.other + ". ";
    const bool has_common_hours = std::ranges::all_of(job.contacts, [&](const Contact& each) {
        return each.help_line->hours == contact.help_line->hours;
    });
    const auto add = [&](const std::string& text) {
        if (!text.empty()) hook += job.words(text) + " ";
    };
    if (!has_common_hours) add(contact.help_line->hours);
    add(contact.help_line->cost);
    add(contact.help_line->memory_hook(contact.is_text));
    while (hook.ends_with(' ')) hook.pop_back();
    return hook;
}

// Returns nullopt if a word is too wide.
std::optional<CardLayout> layout_card(PaperJob& job, const Contact& contact, double width,
                                      double height, double scale) {
    const std::optional<qr::Code> code = qr::encode(contact.payload);
    if (!code) throw std::runtime_error("a help line has a number that no QR code can hold");
    const Typesetter& type = job.canvas.type();
    const double module = largest_module(*code, width, height, contact);
    const double text_width = width - padding - (code->size + 2 * qr::quiet_zone) * module - 0.5;
    const double need_width = text_width - 2 * icon_radius - 2.4;
    const TextStyle bold{.size_pt = 12.5 * scale, .is_bold = true, .color = color::ink};
    TextStyle teal = bold.sized(12 * scale);
    teal.color = color::teal;
    TextStyle digits_style = bold.sized(38 * scale);
    digits_style.line_height_em = 0.9;
    TextStyle small = bold.sized(9.6 * scale);
    small.color = color::black;
    small.line_height_em = 1.2;
    const std::string number = contact.number.display_text();
    TextLayout digits = type.layout(number, digits_style, text_width);
    while (digits.is_too_wide() && digits_style.size_pt > 16)
        digits = type.layout(number, digits_style = digits_style.sized(digits_style.size_pt * 0.97),
                             text_width);
    CardLayout layout{type.layout(contact.need, teal, need_width),
                      digits,
                      type.layout(contact.instruction, bold, text_width),
                      type.layout(memory_hook(job, contact), small, text_width),
                      *code,
                      module};
    layout.need_height = std::max(2 * icon_radius, layout.need.height_mm());
    if (layout.is_too_wide()) return std::nullopt;
    return layout;
}

bool fits(PaperJob& job, const Contact& contact, double width, double height, double scale) {
    const auto layout = layout_card(job, contact, width, height, scale);
    return layout && layout->height() <= height - 2 * vertical_padding;
}

} // namespace

double poster_card_scale(PaperJob& job, double width, double height) {
    constexpr double step = 0.02;
    double scale = 1.1;
    for (const Contact& contact : job.contacts) {
        while (!fits(job, contact, width, height, scale)) {
            scale -= step;
            if (scale < min_scale)
                throw std::runtime_error(fmt::format(
                    "the texts of the help line \"{}\" do not fit on the poster in the smallest "
                    "type that can be read there; shorten them, or name fewer lines with --lines",
                    contact.help_line->id));
        }
    }
    return scale;
}

void draw_poster_card(PaperJob& job, const Contact& contact, const Rect& card, double scale) {
    const CardLayout layout = *layout_card(job, contact, card.w, card.h, scale);
    Canvas& canvas = job.canvas;
    canvas.fill({card.x + 0.3, card.y + 0.5, card.w - 0.3, card.h}, color::edge, 3.2);
    canvas.fill(card, color::white, 3.2);
    canvas.stroke(card, color::edge, 0.25, 3.2);

    const double x = card.x + padding;
    double y = card.y + (card.h - layout.height()) / 2;
    const double middle = y + layout.need_height / 2;
    canvas.fill_circle(x + icon_radius, middle, icon_radius, color::pale);
    constexpr double icon = icon_radius * 1.2;
    canvas.draw_icon(contact.icon, x + icon_radius - icon / 2, middle - icon / 2, icon,
                     color::teal);
    const double need_x = x + 2 * icon_radius + 2;
    canvas.draw_text(layout.need, need_x, middle - layout.need.height_mm() / 2, "H2");
    y += layout.need_height;
    for (const TextLayout* text : {&layout.digits, &layout.instruction, &layout.hook}) {
        canvas.draw_text(*text, x, y);
        y += text->height_mm();
    }
    const double code_side = layout.code.size * layout.module;
    const double code_x = card.right() - qr::quiet_zone * layout.module - code_side;
    canvas.draw_code(layout.code, code_x, card.y + (card.h - code_side) / 2, layout.module);
}

} // namespace print
