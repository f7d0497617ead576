#include "ui/screens/screens.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/draft.hpp"
#include "ui/widgets/header.hpp"
#include "ui/widgets/scroll.hpp"
#include "ui/widgets/strip.hpp"

namespace ui {

namespace {

double languages_body(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    double y = column.y;
    const Written title = frame.fit(frame.say("Choose a language"), type::title, column.w, 2);
    frame.write(title, {column.x, y, column.w, 0}, Align::start, colours.ink, colours.ground, Role::heading);
    y += title->height + frame.px(6);
    for (const content::Translation& language : frame.content.languages) {
        const bool current = &language == &frame.language;
        ButtonLook look{current ? "check" : "", language.name, current ? colours.primary : colours.card,
                        Arrangement::beside, type::card};
        const Rect rect{column.x, y, column.w, frame.px(size::primary)};
        button(frame, rect, look, session::ChooseLanguage{language.code}, "page");
        y = rect.bottom() + frame.px(size::gap);
    }
    return y - column.y;
}

} // namespace

void draw_languages(Frame& frame) {
    frame.fill(frame.screen(), frame.colours().ground);
    const Rect above_bar = bar(frame);
    const Rect view = strip(frame, back_header(frame, above_bar), StripSize::digits_only);
    const double widest = frame.px(frame.theme.is_wide() ? 200 : 300); // in line with Back where it can be
    const double most = std::min(view.w - 2 * frame.theme.margin(), widest);
    scroll(
        frame, view, most, [&](const Rect& column) { return languages_body(frame, column); },
        frame.colours().ground);
}

} // namespace ui
