#include "ui/widgets/slip.hpp"

#include "ui/widgets/blocks.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double least_digits_em = 17;       // digits of 12 mm
constexpr double least_digits_em_small = 14; // where two lines of them would leave no room for the code

constexpr auto point_here = "Point your phone’s camera here";

bool is_narrow(const Frame& frame) {
    return frame.theme.is_small() && !frame.theme.is_wide();
}

// The number in one line, or in two where one would make its digits too small.
Written big_digits(const Frame& frame, const content::Number& number, double width) {
    const std::string shown = number.shown();
    Type type = type::slip_digits;
    if (is_narrow(frame)) type.em_mm *= 0.6;
    const Written line = frame.fit(shown, type, width);
    const double least = is_narrow(frame) ? least_digits_em_small : least_digits_em;
    const bool large_enough = frame.theme.mm(line->setting.px) >= least && !line->split_word;
    const std::size_t middle = shown.size() < 9 ? std::string::npos : shown.rfind('-', shown.size() - 6);
    if (large_enough || middle == std::string::npos) return line;
    return frame.fit(shown.substr(0, middle + 1) + "\n" + shown.substr(middle + 1), type, width, 2);
}

// Writes down the middle of a column.
class Pen {
public:
    Pen(Frame& frame, const Rect& column) : frame_(frame), column_(column), y_(column.y) {}

    void write(const Written& written, Colour ink, Role role = Role::text) {
        frame_.write(written, {column_.x, y_, column_.w, 0}, Align::centre, ink, frame_.colours().paper.fill,
                     role);
        y_ += written->height;
    }
    void write(const std::string& words, const Type& type, Role role = Role::text) {
        write(frame_.balanced(frame_.set(words, type, column_.w)), frame_.colours().paper.ink, role);
    }
    void skip(double mm) { y_ += frame_.px(mm); }
    Rect take(double width, double height) {
        const Rect rect{column_.x + (column_.w - width) / 2, y_, width, height};
        y_ += height;
        return rect;
    }
    double y() const { return y_; }

private:
    Frame& frame_;
    Rect column_;
    double y_;
};

void switch_button(Frame& frame, Pen& pen, const Way& shown, double width) {
    ButtonLook look{shown.texting ? "call" : "sms",
                    frame.say(shown.texting ? "Show the code for calling" : "Show the code for texting"),
                    frame.colours().tool};
    const double wide = std::min(width, std::max(button_width(frame, look), frame.px(70)));
    pen.skip(3);
    const double height = std::max(frame.px(size::target), button_height(frame, look, wide));
    button(frame, pen.take(wide, height), look, session::SwitchCode{}, "slip");
}

std::string what_to_do(const Frame& frame, const Way& shown) {
    return shown.texting ? what_to_text(frame, shown) : frame.say("Call");
}

void hints(Frame& frame, const content::HelpLine& line, const Way& shown, Pen& pen, double width) {
    if (!shown.number.is_emergency()) {
        pen.skip(1);
        pen.write(frame.say(point_here), type::label);
    }
    if (line.call && line.text) switch_button(frame, pen, shown, width);
}

// Name, digits and code: what the phone needs.
void number_part(Frame& frame, const content::HelpLine& line, const Way& shown, Pen& pen, const Rect& column,
                 Apart apart) {
    const bool coded = !shown.number.is_emergency(), small = frame.theme.is_small();
    const Colour ink = frame.colours().paper.ink;
    const std::string name = frame.say(line.name);
    const bool shrunk = frame.theme.panel_mm(frame.px(1)) < 1; // too small for a code of 60 mm anyway
    const bool one_line = small && coded && apart == Apart::nothing && !shrunk; // or it would not fit
    const double all = small ? frame.px(one_line ? 13 : 20) : column.h;
    pen.write(frame.balanced(frame.fit_box(name, type::strong, column.w, all)), ink, Role::heading);
    const Type& words = small ? type::label : type::body;
    if (!line.advice.empty()) pen.write(frame.say(line.advice), words);
    pen.write(big_digits(frame, shown.number, column.w), digits_colour(frame, shown.number), Role::digits);
    if (coded || line.advice.empty()) pen.write(what_to_do(frame, shown), words);
    if (coded && apart == Apart::nothing) {
        pen.skip(small ? 0 : 2);
        const double hint = frame.set(frame.say(point_here), type::label, column.w)->height + frame.px(1);
        const double left = column.y + column.h - pen.y() - hint - frame.px(size::target + 2 * size::gap);
        const double asked = shrunk ? 0 : std::min(left + hint, code_card_side(frame, shown, 60, column.w));
        const double most = std::min(column.w, std::max({left, asked, frame.px(45)}));
        const double side = code_card_side(frame, shown, slip_code_mm, most);
        printed_code(frame, pen.take(side, side), shown);
    }
    if (apart != Apart::code_and_hints) hints(frame, line, shown, pen, column.w);
}

struct SlipRow {
    const char* icon;
    std::string words;
    Type type = type::body;
};

// What to know before calling.
std::vector<SlipRow> honest_rows(const Frame& frame, const content::HelpLine& line) {
    return {{"lightbulb", frame.say(line.remember), type::strong},
            {"school", frame.say("No phone? Ask the nurse or the office for one.")},
            {"person", frame.say(line.answers)},
            {"schedule", frame.say(line.hours) + " " + frame.say(line.cost)},
            {"translate", frame.say(line.languages)},
            {"info", frame.say(line.reports)},
            {"smartphone", frame.say("A scan, call or text can stay on your phone.")}};
}

} // namespace

double code_hints(Frame& frame, const content::HelpLine& line, const Way& shown, const Rect& column) {
    Pen pen(frame, column);
    hints(frame, line, shown, pen, column.w);
    return pen.y() - column.y;
}

double slip_words(Frame& frame, const content::HelpLine& line, const Way& shown, const Rect& column,
                  Apart apart) {
    const Palette& colours = frame.colours();
    Pen pen(frame, column);
    number_part(frame, line, shown, pen, column, apart);
    double y = pen.y() + frame.px(5);
    for (const SlipRow& row : honest_rows(frame, line)) {
        y += icon_row(frame, row.icon, row.words, {column.x, y, column.w, 0}, row.type, colours.paper.ink,
                      colours.accent, colours.paper.fill);
        y += frame.px(3);
    }
    if (line.also) {
        const std::string words = frame.say("Also {number}", {{"number", line.also->number.shown()}}) + ". " +
                                  frame.say(line.also->note);
        const Written small = frame.tidy(frame.set(words, type::label, column.w));
        frame.write(small, {column.x, y, column.w, 0}, Align::start, colours.paper.ink, colours.paper.fill);
        y += small->height;
    }
    return y - column.y;
}

} // namespace ui
