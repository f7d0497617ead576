#include "ui/widgets/help_line_row.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/help_line_parts.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <string>

namespace ui {

namespace {

constexpr double row_height_mm = 22;
constexpr double prominent_row_height_mm = 34;
constexpr double max_very_short_texts_mm = 24; // two lines of Latin letters, not of Arabic ones
constexpr double row_padding_mm = 6.5;         // at the start and the end of a row
constexpr double small_icon_ems = 1.2;         // before a second number, in ems of its text

// A narrow row has no empty place for an icon that it does not have.
bool has_narrow_rows(const Theme& theme) {
    return theme.is_short() && !theme.is_wide();
}

// On a small panel, a larger row would not be on the first page.
bool is_large_row(const Frame& frame, const content::HelpLine& help_line) {
    return help_line.prominent && !frame.theme.is_very_short() && !has_narrow_rows(frame.theme);
}

// The texts of one row.
struct HelpLineRow {
    const content::HelpLine& help_line;
    ContactMethod contact;
    TextLayout need;
    TextLayout name; // null if there is no space for it
    TextLayout digits;
    TextLayout other_number;      // to text; null if there is none, or no space for it
    bool is_stacked = false;      // the digits are below the texts and not beside them
    bool is_other_beside = false; // the other number is beside all of that and not below it

    double text_height() const { return need->height + (name ? name->height : 0); }
    double number_height() const {
        return digits_height(digits) +
               (other_number && !is_other_beside ? other_number->height : 0);
    }
};

// Returns "Or text HELP to 233733" if texts go to another number than calls, and otherwise an empty
// text.
std::string other_number_text(const Frame& frame, const content::HelpLine& help_line) {
    if (!help_line.text || takes_texts(help_line)) return "";
    const ContactMethod contact = contact_method(frame, help_line, true);
    const std::string number = contact.phone_number.display_text();
    return contact.word.empty()
               ? frame.translate("Or send a text to {number}", {{"number", number}})
               : frame.translate("Or text {word} to {number}",
                                 {{"word", contact.word}, {"number", number}});
}

double other_icon_side(const Frame& frame) {
    return small_icon_ems * frame.theme.em(text_style::row_name);
}

// Returns whether the digits are below the need and not beside it. `beside` is the width for the
// need in pixels.
bool is_stacked_row(const Frame& frame, const std::string& need, const TextStyle& style,
                    double beside) {
    // On a small panel, a second line would take the place of another row, and large text would
    // have many short lines.
    const bool needs_line =
        frame.theme.is_very_short() || has_narrow_rows(frame.theme) || frame.theme.has_large_text();
    if (needs_line) return frame.layout_text(need, style)->width > beside;
    // A text that is narrower would have too many lines.
    constexpr double min_text_em = 7;
    return beside < min_text_em * frame.theme.em(style);
}

// Returns where a number to text begins that is beside the texts of a row, in pixels from their
// start.
double other_number_x(const Frame& frame, const HelpLineRow& row) {
    const double gap = frame.px(4);
    const double digits = row.digits->width + gap + close_icons_width(frame, row.help_line);
    return std::max<double>(row.need->width, digits) + gap;
}

// Lays out the number to text, of a row in which `inner` pixels are for texts and icons and
// `icons` for the icons beside the digits.
void lay_out_other_number(Frame& frame, HelpLineRow& row, double inner, double icons) {
    const std::string text = other_number_text(frame, row.help_line);
    const bool is_very_short = frame.theme.is_very_short();
    const bool is_scarce =
        row.is_stacked ? frame.theme.is_short() && frame.theme.text_factor() > 1 : is_very_short;
    if (text.empty() || is_scarce) return;
    row.is_other_beside = row.is_stacked && is_very_short;
    const double width = row.is_other_beside ? inner - other_number_x(frame, row)
                         : row.is_stacked    ? inner
                                             : row.digits->width + icons;
    TextStyle style = text_style::row_name;
    style.has_tight_leading = row.is_other_beside;
    row.other_number = frame.fit_readable_lines(
        text, style, width - other_icon_side(frame) - frame.px(contact_icon_gap_mm), 2);
    const bool fits =
        row.other_number->lines.size() <= 2 && frame.is_readable_em(row.other_number->spec.em_px);
    if (row.is_other_beside && !fits) row.other_number = nullptr;
}

// Returns null if there is no space for the name. The slip has it.
TextLayout layout_row_name(const Frame& frame, const HelpLineRow& row, double width) {
    const std::string name = frame.translate(row.help_line.name);
    const Theme& theme = frame.theme;
    if (!theme.is_very_short() && !has_narrow_rows(theme))
        return frame.balance_lines(frame.fit_readable_lines(name, text_style::row_name, width, 2));
    // There, another number to text matters more, and the first row has to be on the first page.
    if (row.is_stacked) return nullptr;
    const TextLayout line = frame.fit_lines(name, text_style::row_name, width, 1);
    const bool fits = line->lines.size() == 1 && frame.is_readable_em(line->spec.em_px);
    // In a script with high lines, such a row would be too high, too.
    const bool is_too_high = theme.is_very_short() &&
                             row.need->height + line->height > frame.px(max_very_short_texts_mm);
    return fits && !is_too_high ? line : nullptr;
}

HelpLineRow layout_row(Frame& frame, const content::HelpLine& help_line, double width) {
    const bool is_large = is_large_row(frame, help_line);
    TextStyle digits_style = is_large ? text_style::prominent_digits : text_style::row_digits;
    digits_style.has_tight_leading = true;
    TextStyle need_style = is_large ? text_style::prominent_need : text_style::need;
    need_style.has_tight_leading = has_narrow_rows(frame.theme);
    HelpLineRow row{help_line, contact_method(frame, help_line), {}, {}, {}, {}};
    const double inner = width - 2 * frame.px(row_padding_mm);
    const double icons = (has_narrow_rows(frame.theme) ? close_icons_width(frame, help_line)
                                                       : contact_icons_width(frame)) +
                         frame.px(4);
    row.digits =
        frame.fit_number(row.contact.phone_number.display_text(), digits_style, inner - icons);
    const std::string need = frame.translate(help_line.need);
    const double beside = inner - icons - row.digits->width - frame.px(4);
    row.is_stacked = is_stacked_row(frame, need, need_style, beside);
    const double text_width = row.is_stacked ? inner : beside;
    row.need = frame.balance_lines(frame.fit_lines(need, need_style, text_width, 2));
    lay_out_other_number(frame, row, inner, icons);
    row.name = layout_row_name(frame, row, text_width);
    return row;
}

double row_height(const Frame& frame, const HelpLineRow& row) {
    const double texts = row.is_stacked
                             ? row.text_height() + row.number_height()
                             : std::max({row.text_height(), static_cast<double>(row.digits->height),
                                         row.number_height()});
    // Several lines need more space around them to look like one thing.
    const std::size_t text_lines = row.need->lines.size() + (row.name ? row.name->lines.size() : 0);
    const bool has_other_below = row.is_stacked && row.other_number && !row.is_other_beside;
    const bool has_many_lines =
        text_lines > 2 || (has_other_below && !has_narrow_rows(frame.theme));
    return std::max(
        frame.px(is_large_row(frame, row.help_line) ? prominent_row_height_mm : row_height_mm),
        texts + frame.px(frame.theme.is_very_short() ? 2
                         : has_many_lines            ? 6
                         : row.is_stacked            ? 4
                                                     : 3));
}

// Draws the number to text, beside an icon.
void draw_other_number(Frame& frame, const HelpLineRow& row, const render::Rect& place,
                       render::Color fill) {
    const double side = other_icon_side(frame);
    frame.draw_icon("sms", {place.x, place.y + (row.other_number->height - side) / 2, side, side},
                    frame.palette().accent);
    const double x = place.x + side + frame.px(contact_icon_gap_mm);
    frame.draw_text(row.other_number, {x, place.y, place.right() - x, 0}, Align::start,
                    frame.palette().paper.text, fill);
}

// Draws the digits, and the icons and the other number around them, from `y` on.
void draw_row_numbers(Frame& frame, const HelpLineRow& row, const render::Rect& in, double y,
                      render::Color fill) {
    const double gap = frame.px(4), center_y = y + digits_height(row.digits) / 2;
    const bool is_narrow = has_narrow_rows(frame.theme);
    const double icons = is_narrow || row.is_stacked ? close_icons_width(frame, row.help_line)
                                                     : contact_icons_width(frame);
    const double digits_x = row.is_stacked ? in.x : in.right() - icons - gap - row.digits->width;
    draw_digits(frame, row.digits, {digits_x, y, row.digits->width + 1.0, 0}, Align::start,
                digits_color(frame, row.contact.phone_number), fill);
    const double icons_x = digits_x + row.digits->width + gap;
    if (row.is_stacked || is_narrow)
        draw_close_icons(frame, row.help_line, icons_x, center_y);
    else
        draw_contact_icons(frame, row.help_line, in.right(), center_y);
    if (!row.other_number) return;
    const double x = row.is_other_beside ? in.x + other_number_x(frame, row) : digits_x,
                 other_y = row.is_other_beside ? in.y + (in.h - row.other_number->height) / 2
                                               : y + digits_height(row.digits);
    draw_other_number(frame, row, {x, other_y, in.right() - x, 0}, fill);
}

void draw_row(Frame& frame, const HelpLineRow& row, const render::Rect& rect) {
    const ComponentColors& paper = frame.palette().paper;
    const PressState press = begin_help_line(frame, row.help_line, rect);
    const render::Color fill = press.is_pressed ? pressed_color(paper.fill) : paper.fill;
    const render::Rect front =
        draw_help_line_paper(frame, rect, fill, row.help_line.prominent, press.is_pressed);
    const render::Rect in = front.inset(frame.px(row_padding_mm), 0);
    const double texts = row.text_height() + (row.is_stacked ? row.number_height() : 0);
    // Digits at the bottom have less empty space below them than letters above them.
    double y = front.y + (front.h - texts) / 2 - (row.is_stacked ? frame.px(0.8) : 0);
    frame.draw_text(row.need, {in.x, y, in.w, 0}, Align::start, paper.text, fill);
    y += row.need->height;
    if (row.name) {
        frame.draw_text(row.name, {in.x, y, in.w, 0}, Align::start, paper.text, fill);
        y += row.name->height;
    }
    draw_row_numbers(frame, row, in,
                     row.is_stacked ? y : front.y + (front.h - row.number_height()) / 2, fill);
    end_help_line(frame, rect);
}

} // namespace

double draw_help_line_row(Frame& frame, const content::HelpLine& help_line,
                          const render::Rect& column) {
    const HelpLineRow row = layout_row(frame, help_line, column.w);
    const double height = row_height(frame, row);
    draw_row(frame, row, {column.x, column.y, column.w, height});
    return height;
}

} // namespace ui
