#include "ui/widgets/strip_tab.hpp"

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr double padding_mm = 3.3;
constexpr double small_padding_mm = 1;
constexpr double small_label_padding_mm = 1.6; // more, for the label, on both sides together
constexpr double code_mm = 41.5;               // side of the QR code without its quiet zone
constexpr double beside_code_mm = 36;          // the same with the texts beside it
constexpr double beside_digits_mm = 12.4;
// With the texts beside the QR code, no label is on one line.
constexpr double beside_label_mm = 50;
constexpr double row_gap_mm = 1.5;
constexpr double advice_padding_mm = 2; // at the sides of the advice below a number
constexpr double code_padding_mm = 1.4; // at the sides of the code, which has a quiet zone
constexpr double below_code_mm = fold_height_mm + 0.8;
constexpr double contact_icon_mm = 8;
// Without a QR code, the number is all that there is, so no label is larger.
constexpr double max_label_fraction = 0.92;

// A tab without a QR code needs all of its width for its digits.
double padding(const Frame& frame, TabShape shape) {
    return frame.px(shape == TabShape::digits_only ? small_padding_mm : padding_mm);
}

double vertical_padding(const Frame& frame) {
    return frame.px(frame.theme.is_very_short() ? 0.3 : 2);
}

double label_height(const Frame& frame, const StripRows& rows) {
    return rows.label > 0 ? rows.label + frame.px(0.5) : 0;
}

// Draws icons that say whether to call or to text.
void draw_contact_icons(Frame& frame, const StripTab& tab, double x, double y) {
    const double side = frame.px(contact_icon_mm);
    const auto draw = [&](std::string_view icon) {
        frame.draw_icon(icon, {x, y, side, side}, frame.palette().accent);
        x += side + frame.px(3);
    };
    if (!tab.contact.is_text) draw("call");
    if (tab.help_line->text) draw("sms");
}

// The last lines of all labels are on one baseline, above the digits.
void draw_label(Frame& frame, const StripTab& tab, const StripRows& rows, const render::Rect& box,
                Align align, render::Color background) {
    frame.draw_text(tab.label, {box.x, box.y + rows.label - tab.label->height, box.w, 0}, align,
                    frame.palette().paper.text, background);
}

void draw_code_beside(Frame& frame, const StripTab& tab, const StripRows& rows,
                      const render::Rect& rect, render::Color background) {
    const double padding = frame.px(padding_mm);
    double x = rect.x + padding;
    // The first label begins where the QR code does.
    double y = rect.y + (rect.h - std::max(rows.beside, rows.texts_height(frame))) / 2;
    if (tab.qr_side > 0) {
        draw_qr_card(frame, {x, rect.y + (rect.h - tab.qr_side) / 2, tab.qr_side, tab.qr_side},
                     tab.contact);
        x += tab.qr_side + padding;
    }
    const double width = rect.right() - padding - x;
    const render::Color color = frame.palette().paper.text;
    draw_label(frame, tab, rows, {x, y, width, 0}, Align::start, background);
    y += label_height(frame, rows);
    draw_digits(frame, tab.digits, {x, y, width, 0}, Align::start,
                digits_color(frame, tab.contact.phone_number), background);
    y += rows.digits;
    if (tab.advice)
        frame.draw_text(tab.advice, {x, y, width, 0}, Align::start, color, background);
    else if (y + frame.px(contact_icon_mm + 1) <= rect.bottom())
        draw_contact_icons(frame, tab, x, y + frame.px(0.5));
}

void draw_code_below(Frame& frame, const StripTab& tab, const StripRows& rows,
                     const render::Rect& rect, render::Color background) {
    const render::Rect in = rect.inset(padding(frame, tab.shape), vertical_padding(frame));
    const render::Color color = frame.palette().paper.text;
    double y = in.y;
    draw_label(frame, tab, rows, in, Align::center, background);
    y += label_height(frame, rows);
    draw_digits(frame, tab.digits,
                {in.x, y + (rows.digits - digits_height(tab.digits)) / 2, in.w, 0}, Align::center,
                digits_color(frame, tab.contact.phone_number), background);
    y += rows.digits;
    if (rows.below <= 0) return;
    y += frame.px(row_gap_mm);
    if (tab.qr_side > 0)
        draw_qr_card(frame, {rect.x + (rect.w - tab.qr_side) / 2, y, tab.qr_side, tab.qr_side},
                     tab.contact);
    if (!tab.advice) return;
    const double icon = frame.px(13);
    double advice_y = y + std::max(0.0, (rows.below - tab.advice->height - icon) / 2);
    if (tab.advice->height + icon <= rows.below) {
        frame.draw_icon("record_voice_over", {in.x + (in.w - icon) / 2, advice_y, icon, icon},
                        frame.palette().danger);
        advice_y += icon;
    }
    frame.draw_text(tab.advice, {rect.x, advice_y, rect.w, 0}, Align::center, color, background);
}

// Advice is below the number, in as few lines as can be read.
TextLayout layout_advice(const Frame& frame, const StripTab& tab, double width, TabShape shape) {
    const std::string text = frame.translate(tab.help_line->advice);
    if (shape == TabShape::code_beside)
        return frame.balance_lines(frame.fit_readable_lines(text, text_style::row_name,
                                                            width - 2 * frame.px(padding_mm), 3),
                                   3);
    const double inner = width - 2 * frame.px(advice_padding_mm);
    return frame.fit_readable_lines(text, text_style::label, inner, 4);
}

// A label that nearly fits into one line is a little smaller, so that it does not stand beside the
// others with two.
TextLayout layout_small_label(const Frame& frame, const std::string& text, double tab_width) {
    constexpr double min_scale = 0.85, very_short_scale = 0.91;
    const bool is_very_short = frame.theme.is_very_short();
    const double width = tab_width - frame.px(small_label_padding_mm);
    TextStyle style = text_style::small_tab_label.scaled(is_very_short ? very_short_scale : 1);
    style.has_tight_leading = frame.theme.is_short();
    const TextLayout one_line = frame.fit_lines(text, style, width, 1);
    const bool is_readable = one_line->lines.size() == 1 && !one_line->has_split_word &&
                             one_line->spec.em_px >= min_scale * frame.theme.em(style);
    return is_readable || is_very_short ? one_line : frame.fit_lines(text, style, width, 2);
}

// A label beside a QR code has a third line if two would be too small.
TextLayout layout_label(const Frame& frame, const std::string& text, double width, TabShape shape) {
    if (shape == TabShape::code_below)
        return frame.fit_lines(text, text_style::tab_label, width, 2);
    TextStyle style = text_style::small_button;
    style.has_tight_leading = true;
    const TextLayout two_lines = frame.fit_lines(text, style, width, 2);
    return frame.is_readable_em(two_lines->spec.em_px) ? two_lines
                                                       : frame.fit_lines(text, style, width, 3);
}

} // namespace

void StripRows::include(const Frame& frame, const StripTab& tab) {
    label = std::max<double>(label, tab.label->height);
    digits = std::max(digits, digits_height(tab.digits));
    if (tab.shape == TabShape::digits_only) return;
    const double advice = tab.advice ? static_cast<double>(tab.advice->height) : 0.0;
    if (tab.shape == TabShape::code_below) {
        below = std::max({below, tab.qr_side, advice});
    } else {
        below = std::max({below, advice, frame.px(contact_icon_mm)});
        beside = std::max(beside, tab.qr_side);
    }
}

double StripRows::texts_height(const Frame& frame) const {
    return label_height(frame, *this) + digits + below;
}

double StripRows::height(const Frame& frame) const {
    const double texts = texts_height(frame);
    if (beside > 0) return std::max(beside, texts) + 2 * vertical_padding(frame);
    if (below > 0) return texts + frame.px(row_gap_mm + below_code_mm) + vertical_padding(frame);
    // Digits have less empty space below them than letters above them.
    return texts + 2 * vertical_padding(frame) + frame.px(frame.theme.is_short() ? 0 : 1.5);
}

std::vector<StripTab> strip_tabs(const Frame& frame) {
    std::vector<StripTab> tabs;
    for (const content::StripTab& tab : frame.content.strip) {
        const content::HelpLine* help_line = frame.content.find_help_line(tab.line);
        if (help_line == nullptr) continue;
        tabs.push_back({help_line,
                        contact_method(frame, *help_line, tab.shows_text),
                        frame.translate(tab.label),
                        frame.translate(tab.short_label),
                        {},
                        {},
                        {}});
    }
    return tabs;
}

double smallest_tab_width(const Frame& frame, const StripTab& tab, bool has_two_lines) {
    // Larger text must not take width from the other tabs.
    const TextStyle label{text::Face::regular, text_style::min_em_mm, 0},
        digits{text::Face::bold, text_style::min_em_mm / max_label_fraction, 0};
    const double label_width =
        has_two_lines ? frame.two_line_width(tab.short_label_text, label)
                      : static_cast<double>(frame.layout_text(tab.short_label_text, label)->width);
    const double digits_width =
        frame.layout_text(tab.contact.phone_number.display_text(), digits)->width;
    const double inner = std::max(label_width + frame.px(small_label_padding_mm), digits_width);
    return std::max(frame.px(metric::target), inner + 2 * frame.px(small_padding_mm) + 1);
}

void layout_strip_tab(const Frame& frame, StripTab& tab, double width, TabShape shape) {
    const double inner = width - 2 * padding(frame, shape);
    const bool has_code = shape != TabShape::digits_only && tab.has_qr_code();
    tab.shape = shape;
    tab.qr_side = 0;
    if (has_code)
        tab.qr_side = qr_card_side(
            frame, tab.contact, shape == TabShape::code_below ? code_mm : beside_code_mm,
            shape == TabShape::code_below ? width - 2 * frame.px(code_padding_mm) : inner * 0.58);
    const double text_width = shape == TabShape::code_beside && tab.qr_side > 0
                                  ? inner - tab.qr_side - frame.px(padding_mm)
                                  : inner;
    const double label_width = shape == TabShape::code_beside
                                   ? std::min(text_width, frame.px(beside_label_mm))
                                   : text_width;
    const bool is_small = shape == TabShape::digits_only;
    const double digits_scale = frame.theme.is_very_short() ? 0.78 : 1;
    tab.label = is_small ? layout_small_label(frame, tab.short_label_text, text_width)
                         : layout_label(frame, tab.label_text, label_width, shape);
    TextStyle digits =
        is_small ? text_style::small_tab_digits.scaled(digits_scale) : text_style::tab_digits;
    if (shape == TabShape::code_beside) digits.em_mm = beside_digits_mm;
    tab.digits = frame.fit_number(tab.contact.phone_number.display_text(), digits, text_width);
    tab.advice = !is_small && !tab.has_qr_code() && !tab.help_line->advice.empty()
                     ? layout_advice(frame, tab, width, shape)
                     : nullptr;
}

void equalize_text_sizes(const Frame& frame, std::vector<StripTab>& tabs) {
    int label_px = std::numeric_limits<int>::max(), digits_px = label_px;
    double qr_side = 0;
    for (const StripTab& tab : tabs) {
        label_px = std::min(label_px, tab.label->spec.em_px);
        digits_px = std::min(digits_px, tab.digits->spec.em_px);
        qr_side = std::max(qr_side, tab.qr_side);
    }
    const bool is_small = std::ranges::all_of(
        tabs, [](const StripTab& tab) { return tab.shape == TabShape::digits_only; });
    if (is_small) label_px = std::min(label_px, static_cast<int>(max_label_fraction * digits_px));
    for (StripTab& tab : tabs) {
        tab.label = frame.balance_lines(frame.with_em(tab.label, label_px));
        tab.digits = frame.with_em(tab.digits, digits_px);
        if (tab.qr_side > 0) tab.qr_side = qr_side;
    }
}

void draw_strip_tab(Frame& frame, const StripTab& tab, const StripRows& rows,
                    const render::Rect& rect, render::Color background) {
    if (tab.shape == TabShape::code_beside)
        draw_code_beside(frame, tab, rows, rect, background);
    else
        draw_code_below(frame, tab, rows, rect, background);
}

} // namespace ui
