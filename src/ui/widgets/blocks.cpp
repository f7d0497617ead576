#include "ui/widgets/blocks.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double draw_paragraph(Frame& frame, const std::string& text, const TextStyle& style,
                      const render::Rect& column, render::Color color, Role role = Role::text) {
    const TextLayout layout = frame.avoid_widow(frame.layout_text(text, style, column.w));
    frame.draw_text(layout, column, Align::start, color, frame.palette().background, role);
    return layout->height;
}

void draw_divider(Frame& frame, const render::Rect& column, double y) {
    frame.fill_rect({column.x, y, column.w, std::max(1.0, frame.px(0.4))}, frame.palette().divider);
}

double draw_list_item(Frame& frame, const content::ListItem& item, const render::Rect& column) {
    const Palette& palette = frame.palette();
    const double padding = frame.px(3.6);
    const double height =
        draw_icon_row(frame, item.icon, frame.translate(item.text),
                      {column.x, column.y + padding, column.w, 0}, text_style::body, palette.text,
                      palette.accent, palette.background) +
        2 * padding;
    draw_divider(frame, column, column.y + height);
    return height;
}

double draw_list(Frame& frame, const content::ListBlock& list, const render::Rect& column) {
    double y = column.y;
    for (const content::ListItem& item : list.items)
        y += frame.draw_row(&item, {column.x, y, column.w, 0}, [&](const render::Rect& row) {
            return draw_list_item(frame, item, row);
        });
    return y - column.y;
}

double draw_step(Frame& frame, const std::string& step, int step_number,
                 const render::Rect& column) {
    const Palette& palette = frame.palette();
    const double disc = frame.theme.em(text_style::body) * 1.3, gap = frame.px(4), y = column.y;
    const TextLayout text = frame.avoid_widow(
        frame.layout_text(frame.translate(step), text_style::body, column.w - disc - gap));
    const TextLayout digit = frame.layout_text(std::to_string(step_number), text_style::button);
    frame.draw_rounded_rect({column.x, y, disc, disc}, disc / 2, palette.primary.fill);
    frame.draw_text(digit, {column.x, y + (disc - digit->height) / 2, disc, disc}, Align::center,
                    palette.primary.text, palette.primary.fill);
    const double first_line = text->lines.front().height;
    frame.draw_text(text,
                    {column.x + disc + gap, y + (disc - first_line) / 2, column.w - disc - gap, 0},
                    Align::start, palette.text, palette.background);
    return std::max(disc, text->height + (disc - first_line) / 2) + frame.px(4);
}

double draw_steps(Frame& frame, const content::StepsBlock& steps, const render::Rect& column) {
    double y = column.y;
    int step_number = 0;
    for (const std::string& step : steps.steps) {
        ++step_number;
        y += frame.draw_row(&step, {column.x, y, column.w, 0}, [&](const render::Rect& row) {
            return draw_step(frame, step, step_number, row);
        });
    }
    return y - column.y;
}

std::string text_instruction_with_number(const Frame& frame, const ContactMethod& contact) {
    const std::string number = contact.phone_number.display_text();
    return contact.word.empty() ? frame.translate("Text {number}", {{"number", number}})
                                : frame.translate("Text {word} to {number}",
                                                  {{"word", contact.word}, {"number", number}});
}

std::string contact_summary(const Frame& frame, const content::HelpLine& help_line) {
    if (help_line.call && help_line.text && *help_line.call == help_line.text->to)
        return frame.translate("Call or text");
    if (help_line.call && help_line.text)
        return text_instruction_with_number(frame, contact_method(frame, help_line, true));
    return help_line.call ? frame.translate("Call")
                          : text_instruction(frame, contact_method(frame, help_line));
}

// Returns the side of the QR card of a help line in pixels, or 0 if it has none or there is no
// space for it.
double help_line_qr_side(const Frame& frame, const content::HelpLine& help_line, double width) {
    const ContactMethod contact = contact_method(frame, help_line);
    const bool has_room = width > frame.px(120) && !contact.phone_number.is_emergency();
    return has_room ? qr_card_side(frame, contact, 33, width / 3) : 0;
}

// Draws a help line as a card that opens its slip. `qr_side` is the side of its QR card in pixels,
// or 0 to draw none. Returns the height in pixels.
double draw_help_line_card(Frame& frame, const content::HelpLine& help_line,
                           const render::Rect& column, double qr_side) {
    const ComponentColors& paper = frame.palette().paper;
    const double padding = frame.px(5), gap = frame.px(5);
    const ContactMethod contact = contact_method(frame, help_line);
    const double x = column.x + padding + (qr_side > 0 ? qr_side + gap : 0),
                 width = column.right() - padding - x;
    const TextLayout name = frame.avoid_widow(
        frame.layout_text(frame.translate(help_line.name), text_style::strong, width));
    const TextLayout digits =
        frame.fit_number(contact.phone_number.display_text(), text_style::tab_digits, width);
    const TextLayout summary_text = frame.avoid_widow(frame.layout_text(
        contact_summary(frame, help_line) + " · " + frame.translate(help_line.hours),
        text_style::label, width));
    const double text_height = name->height + digits->height + summary_text->height;
    const render::Rect card{column.x, column.y, column.w,
                            std::max(text_height, qr_side) + 2 * padding};
    const PressState press = frame.begin_target(
        card, frame.translate("Tear off {name}", {{"name", frame.translate(help_line.name)}}),
        session::TearOff{help_line.id}, "page");
    const render::Color background = press.is_pressed ? pressed_color(paper.fill) : paper.fill;
    frame.draw_rounded_rect(card, frame.px(metric::radius), background, paper.edge, frame.px(0.5));
    if (qr_side > 0)
        draw_qr_card(frame, {column.x + padding, card.y + (card.h - qr_side) / 2, qr_side, qr_side},
                     contact);
    double y = card.y + (card.h - text_height) / 2;
    const auto draw_next = [&](const TextLayout& layout, render::Color color, Role role) {
        frame.draw_text(layout, {x, y, width, 0}, Align::start, color, background, role);
        y += layout->height;
    };
    draw_next(name, paper.text, Role::text);
    draw_next(digits, digits_color(frame, contact.phone_number), Role::digits);
    draw_next(summary_text, paper.text, Role::text);
    frame.draw_focus_ring(card, frame.px(metric::radius));
    frame.end_target();
    return card.h;
}

// All QR codes get the size of the largest, so that the texts beside them are aligned.
double largest_qr_side(const Frame& frame, const content::HelpLinesBlock& block, double width) {
    double side = 0;
    for (const std::string& id : block.ids)
        if (const content::HelpLine* help_line = frame.content.find_help_line(id))
            side = std::max(side, help_line_qr_side(frame, *help_line, width));
    return side;
}

double draw_help_lines(Frame& frame, const content::HelpLinesBlock& block,
                       const render::Rect& column) {
    const double gap = frame.px(metric::gap);
    const double side =
        frame.remember({&block, column.w}, [&] { return largest_qr_side(frame, block, column.w); });
    double y = column.y;
    for (const std::string& id : block.ids)
        y += frame.draw_row(&id, {column.x, y, column.w, 0}, [&](const render::Rect& row) {
            const content::HelpLine* help_line = frame.content.find_help_line(id);
            if (help_line == nullptr || !frame.content.can_show(help_line->audience)) return 0.0;
            const double qr_side = help_line_qr_side(frame, *help_line, row.w) > 0 ? side : 0;
            return draw_help_line_card(frame, *help_line, row, qr_side) + gap;
        });
    return std::max(0.0, y - column.y - gap);
}

} // namespace

double draw_icon_row(Frame& frame, std::string_view icon, const std::string& text,
                     const render::Rect& column, const TextStyle& style, render::Color color,
                     render::Color accent, render::Color background) {
    const double side = frame.theme.em(style) * 1.1, gap = frame.px(4);
    const TextLayout layout =
        frame.avoid_widow(frame.layout_text(text, style, column.w - side - gap));
    const double first_line = layout->lines.front().height;
    frame.draw_icon(icon, {column.x, column.y + (first_line - side) / 2, side, side}, accent);
    frame.draw_text(layout, {column.x + side + gap, column.y, column.w - side - gap, 0},
                    Align::start, color, background);
    return std::max<double>(layout->height, side);
}

double draw_note(Frame& frame, const std::string& title, const std::string& text,
                 const render::Rect& column) {
    const ComponentColors& colors = frame.palette().note;
    const double padding = frame.px(6), stroke = frame.px(2.6),
                 width = column.w - 2 * padding - stroke;
    const TextLayout heading =
        title.empty() ? nullptr : frame.layout_text(title, text_style::strong, width);
    const TextLayout body = frame.avoid_widow(frame.layout_text(text, text_style::body, width));
    const double height = (heading ? heading->height : 0) + body->height + 2 * padding;
    const render::Rect box{column.x, column.y, column.w, height};
    // The bar along the edge ends before the right corners of the box, where it would be visible.
    const double radius = frame.px(3);
    frame.draw_rounded_rect({box.x, box.y, stroke + 2 * radius, box.h}, radius, colors.edge);
    frame.draw_rounded_rect({box.x + stroke, box.y, box.w - stroke, box.h}, radius, colors.fill,
                            colors.fill == render::Color{0, 0, 0, 255} ? colors.edge : colors.fill,
                            frame.px(0.4));
    double y = box.y + padding;
    if (heading) {
        frame.draw_text(heading, {box.x + stroke + padding, y, width, 0}, Align::start, colors.text,
                        colors.fill);
        y += heading->height;
    }
    frame.draw_text(body, {box.x + stroke + padding, y, width, 0}, Align::start, colors.text,
                    colors.fill);
    return height;
}

double draw_block(Frame& frame, const content::Block& block, const render::Rect& column) {
    struct DrawBlock {
        Frame& frame;
        const render::Rect& column;
        double operator()(const content::HeadingBlock& h) const {
            return draw_paragraph(frame, frame.translate(h.text), text_style::heading, column,
                                  frame.palette().text, Role::heading);
        }
        double operator()(const content::TextBlock& t) const {
            return draw_paragraph(frame, frame.translate(t.text), text_style::body, column,
                                  frame.palette().text);
        }
        double operator()(const content::ListBlock& l) const { return draw_list(frame, l, column); }
        double operator()(const content::NoteBlock& n) const {
            return draw_note(frame, n.title.empty() ? "" : frame.translate(n.title),
                             frame.translate(n.text), column);
        }
        double operator()(const content::StepsBlock& s) const {
            return draw_steps(frame, s, column);
        }
        double operator()(const content::HelpLinesBlock& l) const {
            return draw_help_lines(frame, l, column);
        }
    };
    return std::visit(DrawBlock{frame, column}, block.body);
}

} // namespace ui
