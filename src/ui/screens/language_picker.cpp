#include "ui/screens/screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>

namespace ui {

namespace {

double draw_language_list(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    double y = column.y + frame.px(frame.theme.is_short() ? 2 : 8);
    const TextLayout title =
        frame.fit_lines(frame.translate("Choose a language"), text_style::title, column.w, 2);
    frame.draw_text(title, {column.x, y, column.w, 0}, Align::start, palette.text,
                    palette.background, Role::heading);
    y += title->height + frame.px(6);
    for (const content::Translation& language : frame.content.translations) {
        const bool is_current = &language == &frame.language;
        ButtonStyle style{is_current ? "check" : "", language.name,
                          is_current ? palette.primary : palette.card, LabelPosition::beside,
                          text_style::card};
        style.is_radio = true;
        style.is_selected = is_current;
        const render::Rect rect{column.x, y, column.w, frame.px(metric::primary)};
        draw_button(frame, rect, style, session::SelectLanguage{language.code}, "page");
        y = rect.bottom() + frame.px(metric::gap);
    }
    return y + frame.px(frame.theme.is_short() ? 0 : 4) - column.y;
}

} // namespace

void draw_language_picker(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    render::Rect view =
        draw_tear_off_strip(frame, draw_bottom_bar(frame), StripDetail::digits_only);
    const double preferred_width = frame.px(frame.theme.is_wide() ? 200 : 300);
    const double max_width = std::min(view.w - 2 * frame.theme.margin(), preferred_width);
    // On a tall panel the list is at the bottom, where a visitor in a wheelchair reaches it.
    if (!frame.theme.is_wide()) {
        const double unused = std::max(0.0, view.h - frame.measure([&] {
            return draw_language_list(frame, {0, 0, max_width, 0});
        }));
        view.y += unused;
        view.h -= unused;
    }
    draw_scroll_view(
        frame, view, max_width,
        [&](const render::Rect& column) { return draw_language_list(frame, column); },
        frame.palette().background);
}

} // namespace ui
