#include "ui/widgets/slip_details.hpp"

#include "ui/widgets/blocks.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/slip_facts.hpp"

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr double part_gap_mm = 8;
constexpr double digits_gap_mm = 3;        // below the digits
constexpr double max_code_fraction = 0.46; // of the width, beside what helps to remember
// Digits below this are split into two lines if they can be.
constexpr double min_digits_em_mm = 17;
// On a low panel, a second line would leave no space for the QR code.
constexpr double min_low_digits_em_mm = 10;

TextStyle digits_style(const Frame& frame, const SlipStyle& style) {
    TextStyle digits = text_style::slip_digits;
    const bool is_wide = style.shape == SlipShape::wide;
    if (is_wide) digits.em_mm = 35;
    if (style.has_small_digits) digits.em_mm = style.is_dense ? 20 : 24;
    if (frame.theme.is_short()) digits.em_mm = is_wide ? 17 : 24;
    digits.em_mm = std::max(digits.em_mm, style.min_digits_mm);
    return digits;
}

// Lays out the number in one line, or in two if the digits would be too small.
TextLayout layout_number(const Frame& frame, const content::PhoneNumber& number, double width,
                         const SlipStyle& slip_style) {
    const std::string digits = number.display_text();
    const TextStyle style = digits_style(frame, slip_style);
    const TextLayout single_line = frame.fit_number(digits, style, width);
    const std::size_t middle =
        digits.size() < 9 ? std::string::npos : digits.rfind('-', digits.size() - 6);
    const double min_em_mm = frame.theme.is_short() ? min_low_digits_em_mm : min_digits_em_mm;
    const bool is_large_enough =
        frame.theme.mm(single_line->spec.em_px) >= min_em_mm && !single_line->has_split_word;
    if (is_large_enough || middle == std::string::npos) return single_line;
    return frame.fit_number(digits.substr(0, middle + 1) + "\n" + digits.substr(middle + 1), style,
                            width);
}

// The numbers to call and to text have the same size, so that nothing moves from one to the other.
TextLayout layout_digits(const Frame& frame, const content::HelpLine& help_line,
                         const ContactMethod& contact, double width, const SlipStyle& style) {
    const TextLayout digits = layout_number(frame, contact.phone_number, width, style);
    const ContactMethod other = contact_method(frame, help_line, !contact.is_text);
    const int em = layout_number(frame, other.phone_number, width, style)->spec.em_px;
    return frame.with_em(digits, std::min(digits->spec.em_px, em));
}

// Draws texts and other parts from the top of a column to its bottom.
class PartColumn {
public:
    PartColumn(Frame& frame, const render::Rect& column, Align align)
        : frame_(frame), column_(column), align_(align), y_(column.y) {}

    void draw_text(const TextLayout& layout, render::Color color, Role role = Role::text) {
        frame_.draw_text(layout, {column_.x, y_, column_.w, 0}, align_, color,
                         frame_.palette().paper.fill, role);
        y_ += layout->height;
    }
    void draw_digits(const TextLayout& digits, render::Color color) {
        ui::draw_digits(frame_, digits, {column_.x, y_, column_.w, 0}, align_, color,
                        frame_.palette().paper.fill);
        y_ += digits_height(digits);
    }
    void draw_text(const std::string& text, const TextStyle& style) {
        constexpr int max_lines = 99; // it only shrinks if a word does not fit into a line
        const bool is_heading = style.face == text::Face::bold;
        draw_text(frame_.balance_lines(frame_.fit_lines(text, style, column_.w, max_lines),
                                       is_heading ? max_lines : 2),
                  frame_.palette().paper.text);
    }
    void add_gap(double mm) { y_ += frame_.px(mm); }
    render::Rect rest() const { return {column_.x, y_, column_.w, 0}; }
    void skip(double height) { y_ += height; }
    double height() const { return y_ - column_.y; }

private:
    Frame& frame_;
    render::Rect column_;
    Align align_;
    double y_;
};

// Draws the switch between calling and texting, or says which of the two the number is for.
void draw_contact_switch(Frame& frame, const content::HelpLine& help_line,
                         const ContactMethod& contact, PartColumn& column) {
    if (help_line.call && help_line.text) {
        const std::string text = text_instruction(frame, contact_method(frame, help_line, true));
        const Segment segments[] = {
            {"call", frame.translate("Call"), session::ShowContact{false}, !contact.is_text},
            {"sms", text, session::ShowContact{true}, contact.is_text}};
        column.skip(draw_segmented_control(frame, segments, column.rest(), "slip"));
        return;
    }
    if (contact.phone_number.is_emergency()) return;
    column.draw_text(contact.is_text ? text_instruction(frame, contact) : frame.translate("Call"),
                     text_style::heading);
}

bool has_switch_below_facts(const content::HelpLine& help_line, const SlipStyle& style) {
    return style.is_switch_last && help_line.call && help_line.text;
}

double code_side(const Frame& frame, const ContactMethod& contact, double max_side,
                 double side_mm) {
    return contact.phone_number.is_emergency() ? 0
                                               : qr_card_side(frame, contact, side_mm, max_side);
}

// Draws the QR code and what to do with it. Returns the height in pixels.
double draw_code(Frame& frame, const ContactMethod& contact, const render::Rect& column,
                 const SlipStyle& style) {
    const double side = code_side(frame, contact, column.w, style.code_mm);
    const bool is_hint_small = frame.theme.is_short() || style.is_dense;
    TextStyle hint_style = is_hint_small ? text_style::small_button : text_style::button;
    hint_style.has_tight_leading = true;
    if (is_hint_small) hint_style.growth = 0;
    draw_qr_card(frame, {column.x + (column.w - side) / 2, column.y, side, side}, contact);
    const TextLayout hint = frame.fit_readable_lines(frame.translate("Point your camera here"),
                                                     hint_style, column.w, 2);
    frame.draw_text(hint, {column.x, column.y + side + frame.px(2.6), column.w, 0}, Align::center,
                    frame.palette().paper.text, frame.palette().paper.fill);
    return side + frame.px(2.6) + hint->height;
}

TextStyle hook_style(const Frame& frame, const SlipStyle& style) {
    const bool is_wide = style.shape == SlipShape::wide;
    if (style.hook_size != HookSize::usual) {
        TextStyle small = text_style::fact_label;
        small.has_tight_leading = true;
        return small;
    }
    if (style.is_dense || (is_wide && style.has_small_digits)) return text_style::button;
    if (is_wide && frame.theme.is_short()) return text_style::strong;
    if (style.has_small_digits) return text_style::strong;
    return is_wide ? text_style::heading : text_style::memory_hook;
}

// Draws nothing if nobody has written what helps to remember the number.
void draw_what_to_remember(Frame& frame, const std::string& hook, PartColumn& parts,
                           const SlipStyle& style) {
    if (hook.empty()) return;
    const Palette& palette = frame.palette();
    const auto draw_beside_icon = [&](const std::string& text, const TextStyle& text_style,
                                      render::Color color) {
        parts.skip(draw_icon_row(frame, "lightbulb", text, parts.rest(), text_style, color,
                                 palette.accent, palette.paper.fill));
    };
    const TextStyle text_style = hook_style(frame, style);
    if (style.hook_size == HookSize::smallest)
        return draw_beside_icon(frame.translate(hook), text_style, palette.paper.text);
    TextStyle label = style.is_tight() ? text_style::small_button : text_style::button;
    label.has_tight_leading = style.is_tight();
    draw_beside_icon(frame.translate("Keep it in your head"), label, palette.accent);
    parts.add_gap(1);
    parts.draw_text(frame.translate(hook), text_style);
}

// Draws what helps a visitor who has no phone. Returns the height in pixels.
double draw_memory_hook(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column,
                        const SlipStyle& style) {
    const bool is_wide = style.shape == SlipShape::wide;
    // Nobody can text from the phone in the office.
    const bool has_advice = help_line.call && !style.has_phone_advice_in_facts;
    // Without a QR code, the texts are centered below the digits.
    const bool is_centered = !is_wide && contact.phone_number.is_emergency();
    PartColumn parts(frame, column, is_centered ? Align::center : Align::start);
    if (style.shape == SlipShape::narrow) frame.add_block_top(column.y);
    if (!help_line.remember.empty() && !style.has_hook_in_facts) {
        const auto draw_hook = [&](bool is_text) {
            PartColumn hook(frame, parts.rest(), Align::start);
            draw_what_to_remember(frame, help_line.memory_hook(is_text), hook, style);
            return hook.height();
        };
        // Both hooks take the height of the higher one, so that nothing moves.
        const double other = frame.measure([&] { return draw_hook(!contact.is_text); });
        parts.skip(std::max(draw_hook(contact.is_text), other));
        if (has_advice) parts.add_gap(3);
    }
    if (!has_advice) return parts.height();
    if (is_wide) {
        const SlipFact advice{no_phone, frame.translate(no_phone_advice)};
        SlipStyle small = style;
        small.facts_scale = style.phone_advice_scale;
        parts.skip(draw_slip_fact(frame, advice, parts.rest(), false, small));
        return parts.height();
    }
    const double title_y = parts.rest().y;
    parts.draw_text(frame.translate(no_phone), text_style::strong.scaled(style.phone_advice_scale));
    frame.keep_together(title_y, parts.rest().y);
    parts.draw_text(frame.translate(no_phone_advice),
                    text_style::body.scaled(style.phone_advice_scale));
    return parts.height();
}

// The name is on one line if it is large enough to be read there.
TextLayout layout_short_name(const Frame& frame, const std::string& name, double width) {
    constexpr double min_line_scale = 0.94;
    TextStyle usual = text_style::button;
    usual.growth = 0;
    const TextLayout line = frame.fit_lines(name, usual, width, 1);
    const bool is_large_enough =
        line->lines.size() == 1 &&
        line->spec.em_px >= min_line_scale * frame.px(text_style::min_em_mm);
    if (is_large_enough) return line;
    TextStyle small = text_style::small_button;
    small.has_tight_leading = true;
    small.growth = 0;
    return frame.fit_lines(name, small, width, 2);
}

void draw_name_and_digits(Frame& frame, const content::HelpLine& help_line,
                          const ContactMethod& contact, PartColumn& parts, double width,
                          const SlipStyle& style) {
    const render::Color color = frame.palette().paper.text;
    const bool is_short = frame.theme.is_short(), is_wide = style.shape == SlipShape::wide;
    const std::string name = frame.translate(help_line.name);
    const TextLayout title =
        is_short         ? layout_short_name(frame, name, width)
        : style.is_dense ? frame.fit_lines(name, text_style::need, width, 1)
                         : frame.fit_lines(name, text_style::slip_title, width, is_wide ? 1 : 2);
    parts.draw_text(frame.balance_lines(title), color, Role::heading);
    const std::string advice = frame.translate(help_line.advice);
    // In an emergency, what to do is read after the number.
    const bool is_advice_below = contact.phone_number.is_emergency() && !is_short;
    if (!is_advice_below && !advice.empty())
        parts.draw_text(advice, is_short ? text_style::label : text_style::body);
    parts.draw_digits(layout_digits(frame, help_line, contact, width, style),
                      digits_color(frame, contact.phone_number));
    if (!is_advice_below || advice.empty()) return;
    parts.add_gap(digits_gap_mm);
    parts.draw_text(advice, is_wide ? text_style::heading : text_style::memory_hook);
}

// Draws the QR code beside what helps to remember the number. On a wide slip, the switch between
// calling and texting is above the latter. Returns the height in pixels.
double draw_code_and_hook(Frame& frame, const content::HelpLine& help_line,
                          const ContactMethod& contact, const render::Rect& column,
                          const SlipStyle& style) {
    const bool has_switch = style.shape == SlipShape::wide || style.is_dense;
    const double side = code_side(frame, contact, column.w * max_code_fraction, style.code_mm);
    const double gap = side > 0 ? frame.px(frame.theme.is_short() ? 2.5 : part_gap_mm) : 0;
    const render::Rect code{column.x, column.y, side, 0};
    const render::Rect rest{column.x + side + 2 * gap, column.y, column.w - side - 2 * gap, 0};
    SlipStyle rest_style = style;
    const auto draw_rest = [&](double y) {
        PartColumn parts(frame, {rest.x, y, rest.w, 0}, Align::start);
        if (has_switch) {
            draw_contact_switch(frame, help_line, contact, parts);
            parts.add_gap(style.is_tight() ? 2.5 : 5);
        }
        parts.skip(draw_memory_hook(frame, help_line, contact, parts.rest(), rest_style));
        return parts.height();
    };
    const double code_height = side > 0 ? draw_code(frame, contact, code, style) : 0;
    double rest_height = frame.measure([&] { return draw_rest(0); });
    // What helps to remember a number takes no space from the facts.
    for (const HookSize size : {HookSize::small, HookSize::smallest}) {
        if (!style.is_dense || rest_height <= code_height + frame.px(2) + style.hook_room_px) break;
        rest_style.hook_size = size;
        rest_height = frame.measure([&] { return draw_rest(0); });
    }
    const double height = std::max(code_height, rest_height);
    draw_rest(has_switch ? column.y : column.y + (height - rest_height) / 2);
    if (side > 0 && !has_switch)
        draw_vertical_perforation(frame, column.x + side + gap, column.y, column.y + height);
    return height;
}

} // namespace

double draw_switch_below_facts(Frame& frame, const content::HelpLine& help_line,
                               const ContactMethod& contact, const render::Rect& column,
                               const SlipStyle& style) {
    if (!has_switch_below_facts(help_line, style)) return 0;
    PartColumn parts(frame, column, Align::center);
    parts.add_gap(part_gap_mm);
    draw_contact_switch(frame, help_line, contact, parts);
    return parts.height();
}

double draw_slip_number(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column,
                        const SlipStyle& style) {
    const bool is_wide = style.shape == SlipShape::wide;
    PartColumn parts(frame, column, is_wide ? Align::start : Align::center);
    draw_name_and_digits(frame, help_line, contact, parts, column.w, style);
    parts.add_gap(digits_gap_mm);
    parts.skip(style.extra_gap_px);
    if (is_wide) {
        parts.skip(draw_code_and_hook(frame, help_line, contact, parts.rest(), style));
        return parts.height();
    }
    if (!style.is_dense && !has_switch_below_facts(help_line, style)) {
        draw_contact_switch(frame, help_line, contact, parts);
        parts.add_gap(frame.theme.is_short() ? 3 : 6);
    }
    parts.skip(style.extra_gap_px);
    if (style.shape == SlipShape::tall) {
        parts.skip(draw_code_and_hook(frame, help_line, contact, parts.rest(), style));
        return parts.height();
    }
    if (!contact.phone_number.is_emergency()) {
        parts.skip(draw_code(frame, contact, parts.rest(), style));
        parts.add_gap(4);
    }
    parts.skip(draw_memory_hook(frame, help_line, contact, parts.rest(), style));
    return parts.height();
}

double slip_code_bottom(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column,
                        const SlipStyle& style) {
    return frame.measure([&] {
        PartColumn parts(frame, column, Align::center);
        draw_name_and_digits(frame, help_line, contact, parts, column.w, style);
        parts.add_gap(digits_gap_mm);
        draw_contact_switch(frame, help_line, contact, parts);
        parts.add_gap(frame.theme.is_short() ? 3 : 6);
        const double max_side =
            style.shape == SlipShape::tall ? column.w * max_code_fraction : column.w;
        return parts.height() + code_side(frame, contact, max_side, style.code_mm);
    });
}

} // namespace ui
