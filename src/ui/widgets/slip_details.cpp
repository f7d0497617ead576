#include "ui/widgets/slip_details.hpp"

#include "ui/widgets/blocks.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>

namespace ui {

namespace {

// Digits with this em are 12 mm high.
constexpr double min_digits_em_mm = 17;
// For a panel on which two lines of digits would leave no space for the QR code.
constexpr double min_small_digits_em_mm = 14;

constexpr auto camera_instruction = "Point your phone’s camera here";

bool is_narrow(const Frame& frame) {
    return frame.theme.is_short() && !frame.theme.is_wide();
}

// Lays out the number in one line, or in two if the digits would be too small.
TextLayout layout_digits(const Frame& frame, const content::PhoneNumber& number, double width) {
    const std::string digits = number.display_text();
    TextStyle style = text_style::slip_digits;
    if (is_narrow(frame)) style.em_mm *= 0.6;
    const TextLayout single_line = frame.fit_number(digits, style, width);
    const double min_em_mm = is_narrow(frame) ? min_small_digits_em_mm : min_digits_em_mm;
    const bool is_large_enough =
        frame.theme.mm(single_line->spec.em_px) >= min_em_mm && !single_line->has_split_word;
    const std::size_t middle =
        digits.size() < 9 ? std::string::npos : digits.rfind('-', digits.size() - 6);
    if (is_large_enough || middle == std::string::npos) return single_line;
    return frame.fit_number(digits.substr(0, middle + 1) + "\n" + digits.substr(middle + 1), style,
                            width);
}

// Draws texts from the top of a column to its bottom, horizontally centered.
class ColumnWriter {
public:
    ColumnWriter(Frame& frame, const render::Rect& column)
        : frame_(frame), column_(column), y_(column.y) {}

    void draw_text(const TextLayout& layout, render::Color color, Role role = Role::text) {
        frame_.draw_text(layout, {column_.x, y_, column_.w, 0}, Align::center, color,
                         frame_.palette().paper.fill, role);
        y_ += layout->height;
    }
    void draw_text(const std::string& text, const TextStyle& style, Role role = Role::text) {
        draw_text(frame_.balance_lines(frame_.layout_text(text, style, column_.w)),
                  frame_.palette().paper.text, role);
    }
    void add_gap(double mm) { y_ += frame_.px(mm); }
    render::Rect reserve(double width, double height) {
        const render::Rect rect{column_.x + (column_.w - width) / 2, y_, width, height};
        y_ += height;
        return rect;
    }
    double y() const { return y_; }

private:
    Frame& frame_;
    render::Rect column_;
    double y_;
};

void draw_toggle_button(Frame& frame, ColumnWriter& writer, const ContactMethod& contact,
                        double width) {
    ButtonStyle style{contact.is_text ? "call" : "sms",
                      frame.translate(contact.is_text ? "Show the code for calling"
                                                      : "Show the code for texting"),
                      frame.palette().secondary_button};
    const double button_px = std::min(width, std::max(button_width(frame, style), frame.px(70)));
    writer.add_gap(3);
    const double height =
        std::max(frame.px(metric::target), button_height(frame, style, button_px));
    draw_button(frame, writer.reserve(button_px, height), style, session::ToggleCode{}, "slip");
}

std::string instruction(const Frame& frame, const ContactMethod& contact) {
    return contact.is_text ? text_instruction(frame, contact) : frame.translate("Call");
}

void draw_slip_hints(Frame& frame, const content::HelpLine& help_line, const ContactMethod& contact,
                     ColumnWriter& writer, double width) {
    if (!contact.phone_number.is_emergency()) {
        writer.add_gap(1);
        writer.draw_text(frame.translate(camera_instruction), text_style::label);
    }
    if (help_line.call && help_line.text) draw_toggle_button(frame, writer, contact, width);
}

// Draws the name, the digits, the QR code and how to use them.
void draw_number_part(Frame& frame, const content::HelpLine& help_line,
                      const ContactMethod& contact, ColumnWriter& writer,
                      const render::Rect& column, SideContent side_content) {
    const bool has_qr_code = !contact.phone_number.is_emergency(),
               is_short = frame.theme.is_short();
    const render::Color color = frame.palette().paper.text;
    const std::string name = frame.translate(help_line.name);
    // The panel is so small that a QR code of 60 mm never fits.
    const bool is_below_scale = frame.theme.panel_mm(frame.px(1)) < 1;
    // A title of two lines would leave no space for the QR code.
    const bool has_single_line_title =
        is_short && has_qr_code && side_content == SideContent::nothing && !is_below_scale;
    const double title_height = is_short ? frame.px(has_single_line_title ? 13 : 20) : column.h;
    writer.draw_text(
        frame.balance_lines(frame.fit_box(name, text_style::strong, column.w, title_height)), color,
        Role::heading);
    const TextStyle& style = is_short ? text_style::label : text_style::body;
    if (!help_line.advice.empty()) writer.draw_text(frame.translate(help_line.advice), style);
    writer.draw_text(layout_digits(frame, contact.phone_number, column.w),
                     digits_color(frame, contact.phone_number), Role::digits);
    if (has_qr_code || help_line.advice.empty())
        writer.draw_text(instruction(frame, contact), style);
    if (has_qr_code && side_content == SideContent::nothing) {
        writer.add_gap(is_short ? 0 : 2);
        const double hint_height =
            frame.layout_text(frame.translate(camera_instruction), text_style::label, column.w)
                ->height +
            frame.px(1);
        const double available = column.y + column.h - writer.y() - hint_height -
                                 frame.px(metric::target + 2 * metric::gap);
        const double preferred_side =
            is_below_scale
                ? 0
                : std::min(available + hint_height, qr_card_side(frame, contact, 60, column.w));
        const double max_side =
            std::min(column.w, std::max({available, preferred_side, frame.px(45)}));
        const double side = qr_card_side(frame, contact, slip_qr_mm, max_side);
        draw_qr_card(frame, writer.reserve(side, side), contact);
    }
    if (side_content != SideContent::qr_code_and_hints)
        draw_slip_hints(frame, help_line, contact, writer, column.w);
}

struct SlipRow {
    const char* icon;
    std::string text;
    TextStyle style = text_style::body;
};

// Returns the information that helps before a call.
std::vector<SlipRow> information_rows(const Frame& frame, const content::HelpLine& help_line) {
    return {{"lightbulb", frame.translate(help_line.remember), text_style::strong},
            {"school", frame.translate("No phone? Ask the nurse or the office for one.")},
            {"person", frame.translate(help_line.answers)},
            {"schedule", frame.translate(help_line.hours) + " " + frame.translate(help_line.cost)},
            {"translate", frame.translate(help_line.languages)},
            {"info", frame.translate(help_line.reports)},
            {"smartphone", frame.translate("A scan, call or text can stay on your phone.")}};
}

} // namespace

double draw_code_hints(Frame& frame, const content::HelpLine& help_line,
                       const ContactMethod& contact, const render::Rect& column) {
    ColumnWriter writer(frame, column);
    draw_slip_hints(frame, help_line, contact, writer, column.w);
    return writer.y() - column.y;
}

double draw_slip_details(Frame& frame, const content::HelpLine& help_line,
                         const ContactMethod& contact, const render::Rect& column,
                         SideContent side_content) {
    const Palette& palette = frame.palette();
    ColumnWriter writer(frame, column);
    draw_number_part(frame, help_line, contact, writer, column, side_content);
    double y = writer.y() + frame.px(5);
    for (const SlipRow& row : information_rows(frame, help_line)) {
        y += draw_icon_row(frame, row.icon, row.text, {column.x, y, column.w, 0}, row.style,
                           palette.paper.text, palette.accent, palette.paper.fill);
        y += frame.px(3);
    }
    if (help_line.also) {
        const std::string text =
            frame.translate("Also {number}", {{"number", help_line.also->number.display_text()}}) +
            ". " + frame.translate(help_line.also->note);
        const TextLayout note =
            frame.avoid_widow(frame.layout_text(text, text_style::label, column.w));
        frame.draw_text(note, {column.x, y, column.w, 0}, Align::start, palette.paper.text,
                        palette.paper.fill);
        y += note->height;
    }
    return y - column.y;
}

} // namespace ui
