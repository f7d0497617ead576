#include "ui/widgets/header.hpp"

#include "ui/widgets/button.hpp"

namespace ui {

namespace {

constexpr double above_row = 4, below_row = 3; // around the row, millimetres
constexpr double low_top = 3;                  // where there is no row

Rect row(const Frame& frame, const Rect& page) {
    return Rect{page.x, page.y + frame.px(above_row), page.w, frame.px(size::target)}.inset(
        frame.theme.margin(), 0);
}

Rect rest(const Frame& frame, const Rect& page) {
    const double height = frame.px(frame.theme.is_low() ? low_top : above_row + size::target + below_row);
    return {page.x, page.y + height, page.w, page.h - height};
}

// The other languages, each in its own script, as many as fit; or the word itself.
std::string language_names(const Frame& frame, double width) {
    std::string names;
    for (const content::Translation& language : frame.content.languages) {
        if (&language == &frame.language) continue;
        const std::string longer = names.empty() ? language.name : names + " · " + language.name;
        if (frame.set(longer, type::button)->width > width) break;
        names = longer;
    }
    return names.empty() ? frame.say("Language") : names;
}

// Returns its left edge.
double language_button(Frame& frame, const Rect& row, bool by_name) {
    if (frame.content.languages.size() < 2) return row.right();
    Surface colours = frame.colours().card;
    colours.ink = frame.colours().accent;
    const std::string label = by_name ? language_names(frame, row.w * 0.4) : frame.say("Language");
    ButtonLook look{"translate", label, colours, Arrangement::beside, type::button, true, true};
    const double width = std::min(button_width(frame, look), row.w * 0.56);
    const Rect rect{row.right() - width, row.y, width, row.h};
    button(frame, rect, look, session::OpenLanguages{}, "header");
    return rect.x;
}

} // namespace

Rect home_header(Frame& frame, const Rect& page) {
    if (frame.theme.is_low()) return rest(frame, page);
    const Rect line = row(frame, page);
    const double left_of_button = language_button(frame, line, true) - frame.px(size::gap);
    const Written school =
        frame.fit_box(frame.say(frame.content.site.school), type::label, left_of_button - line.x, line.h);
    frame.write(school, {line.x, line.y + (line.h - school->height) / 2, left_of_button - line.x, line.h},
                Align::start, frame.colours().quiet, frame.colours().ground);
    return rest(frame, page);
}

Rect back_header(Frame& frame, const Rect& page) {
    if (frame.theme.is_low()) return rest(frame, page);
    const Rect line = row(frame, page);
    ButtonLook look{frame.language.right_to_left ? "arrow_forward" : "arrow_back", frame.say("Back"),
                    frame.colours().tool};
    const double width = std::min(std::max(button_width(frame, look), frame.px(36)), line.w * 0.4);
    button(frame, {line.x, line.y, width, line.h}, look, session::GoBack{}, "header");
    if (session::top_layer(frame.state) == session::Layer::page) language_button(frame, line, false);
    return rest(frame, page);
}

} // namespace ui
