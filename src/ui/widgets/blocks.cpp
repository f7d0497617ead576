#include "ui/widgets/blocks.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double paragraph(Frame& frame, const std::string& words, const Type& type, const Rect& column, Colour ink,
                 Role role = Role::text) {
    const Written written = frame.tidy(frame.set(words, type, column.w));
    frame.write(written, column, Align::start, ink, frame.colours().ground, role);
    return written->height;
}

void rule(Frame& frame, const Rect& column, double y) {
    frame.fill({column.x, y, column.w, std::max(1.0, frame.px(0.4))}, frame.colours().rule);
}

double list(Frame& frame, const content::List& list, const Rect& column) {
    const Palette& colours = frame.colours();
    const double pad = frame.px(3.6);
    double y = column.y;
    for (const content::Item& item : list.items) {
        y += pad;
        y += icon_row(frame, item.icon, frame.say(item.text), {column.x, y, column.w, 0}, type::body,
                      colours.ink, colours.accent, colours.ground);
        y += pad;
        rule(frame, column, y);
    }
    return y - column.y;
}

double steps(Frame& frame, const content::Steps& steps, const Rect& column) {
    const Palette& colours = frame.colours();
    const double disc = frame.theme.em(type::body) * 1.3, gap = frame.px(4);
    double y = column.y;
    int number = 0;
    for (const std::string& step : steps.steps) {
        const Written words = frame.tidy(frame.set(frame.say(step), type::body, column.w - disc - gap));
        const Written digit = frame.set(std::to_string(++number), type::button);
        frame.rounded({column.x, y, disc, disc}, disc / 2, colours.primary.fill);
        frame.write(digit, {column.x, y + (disc - digit->height) / 2, disc, disc}, Align::centre,
                    colours.primary.ink, colours.primary.fill);
        const double first_line = words->lines.front().height;
        frame.write(words, {column.x + disc + gap, y + (disc - first_line) / 2, column.w - disc - gap, 0},
                    Align::start, colours.ink, colours.ground);
        y += std::max(disc, words->height + (disc - first_line) / 2) + frame.px(4);
    }
    return y - column.y;
}

std::string text_to(const Frame& frame, const Way& way) {
    const std::string number = way.number.shown();
    return way.word.empty() ? frame.say("Text {number}", {{"number", number}})
                            : frame.say("Text {word} to {number}", {{"word", way.word}, {"number", number}});
}

std::string how_to_reach(const Frame& frame, const content::HelpLine& line) {
    if (line.call && line.text && *line.call == line.text->to) return frame.say("Call or text");
    if (line.call && line.text) return text_to(frame, way(frame, line, true));
    return line.call ? frame.say("Call") : what_to_text(frame, way(frame, line));
}

// Side of the card of a line's code; 0: it has none, or there is no room for one.
double code_side(const Frame& frame, const content::HelpLine& line, double width) {
    const Way number = way(frame, line);
    const bool room = width > frame.px(120) && !number.number.is_emergency();
    return room ? code_card_side(frame, number, 33, width / 3) : 0;
}

// A line of help as a card that opens its slip. `code`: side of its code's card, 0 for none.
double line_card(Frame& frame, const content::HelpLine& line, const Rect& column, double code) {
    const Surface& paper = frame.colours().paper;
    const double pad = frame.px(5), gap = frame.px(5);
    const Way number = way(frame, line);
    const double x = column.x + pad + (code > 0 ? code + gap : 0), width = column.right() - pad - x;
    const Written name = frame.tidy(frame.set(frame.say(line.name), type::strong, width));
    const Written digits = frame.fit(number.number.shown(), type::tab_digits, width);
    const Written how =
        frame.tidy(frame.set(how_to_reach(frame, line) + " · " + frame.say(line.hours), type::label, width));
    const double text = name->height + digits->height + how->height;
    const Rect card{column.x, column.y, column.w, std::max(text, code) + 2 * pad};
    const Held held = frame.target(card, frame.say("Tear off {name}", {{"name", frame.say(line.name)}}),
                                   session::TearOff{line.id}, "page");
    const Colour ground = held.pressed ? pressed(paper.fill) : paper.fill;
    frame.rounded(card, frame.px(size::radius), ground, paper.edge, frame.px(0.5));
    if (code > 0) printed_code(frame, {column.x + pad, card.y + (card.h - code) / 2, code, code}, number);
    double y = card.y + (card.h - text) / 2;
    const auto put = [&](const Written& written, Colour ink, Role role) {
        frame.write(written, {x, y, width, 0}, Align::start, ink, ground, role);
        y += written->height;
    };
    put(name, paper.ink, Role::text);
    put(digits, digits_colour(frame, number.number), Role::digits);
    put(how, paper.ink, Role::text);
    frame.focus_ring(card, frame.px(size::radius));
    frame.close_target();
    return card.h;
}

// The codes are as large as the largest, so that the words beside them begin at one line.
double lines(Frame& frame, const content::Lines& lines, const Rect& column) {
    std::vector<const content::HelpLine*> shown;
    double side = 0, y = column.y;
    for (const std::string& id : lines.ids) {
        const content::HelpLine* line = frame.content.line(id);
        if (line == nullptr || !frame.content.shows(line->audience)) continue;
        shown.push_back(line);
        side = std::max(side, code_side(frame, *line, column.w));
    }
    for (const auto* line : shown) {
        const double code = code_side(frame, *line, column.w) > 0 ? side : 0;
        y += line_card(frame, *line, {column.x, y, column.w, 0}, code) + frame.px(size::gap);
    }
    return std::max(0.0, y - column.y - frame.px(size::gap));
}

} // namespace

double icon_row(Frame& frame, std::string_view icon, const std::string& words, const Rect& column,
                const Type& type, Colour ink, Colour accent, Colour ground) {
    const double side = frame.theme.em(type) * 1.1, gap = frame.px(4);
    const Written written = frame.tidy(frame.set(words, type, column.w - side - gap));
    const double first_line = written->lines.front().height;
    frame.icon(icon, {column.x, column.y + (first_line - side) / 2, side, side}, accent);
    frame.write(written, {column.x + side + gap, column.y, column.w - side - gap, 0}, Align::start, ink,
                ground);
    return std::max<double>(written->height, side);
}

double note(Frame& frame, const std::string& title, const std::string& words, const Rect& column) {
    const Surface& look = frame.colours().note;
    const double pad = frame.px(6), stroke = frame.px(2.6), width = column.w - 2 * pad - stroke;
    const Written head = title.empty() ? nullptr : frame.set(title, type::strong, width);
    const Written text = frame.tidy(frame.set(words, type::body, width));
    const double height = (head ? head->height : 0) + text->height + 2 * pad;
    const Rect box{column.x, column.y, column.w, height};
    const double radius = frame.px(3); // the bar ends before the right corners, where it would shine through
    frame.rounded({box.x, box.y, stroke + 2 * radius, box.h}, radius, look.edge);
    frame.rounded({box.x + stroke, box.y, box.w - stroke, box.h}, radius, look.fill,
                  look.fill == Colour{0, 0, 0, 255} ? look.edge : look.fill, frame.px(0.4));
    double y = box.y + pad;
    if (head) {
        frame.write(head, {box.x + stroke + pad, y, width, 0}, Align::start, look.ink, look.fill);
        y += head->height;
    }
    frame.write(text, {box.x + stroke + pad, y, width, 0}, Align::start, look.ink, look.fill);
    return height;
}

double draw_block(Frame& frame, const content::Block& block, const Rect& column) {
    struct Draw {
        Frame& frame;
        const Rect& column;
        double operator()(const content::Heading& h) const {
            return paragraph(frame, frame.say(h.text), type::heading, column, frame.colours().ink,
                             Role::heading);
        }
        double operator()(const content::Text& t) const {
            return paragraph(frame, frame.say(t.text), type::body, column, frame.colours().ink);
        }
        double operator()(const content::List& l) const { return list(frame, l, column); }
        double operator()(const content::Note& n) const {
            return note(frame, n.title.empty() ? "" : frame.say(n.title), frame.say(n.text), column);
        }
        double operator()(const content::Steps& s) const { return steps(frame, s, column); }
        double operator()(const content::Lines& l) const { return lines(frame, l, column); }
    };
    return std::visit(Draw{frame, column}, block.body);
}

} // namespace ui
