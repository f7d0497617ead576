#include "ui/screens/screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double max_button_mm = 40;

double draw_title(Frame& frame, const render::Rect& column) {
    const TextStyle& style = frame.theme.is_short() ? text_style::heading : text_style::title;
    const TextLayout title =
        frame.fit_lines(frame.translate("Choose a language"), style, column.w, 2);
    frame.draw_text(title, column, Align::start, frame.palette().text, frame.palette().background,
                    Role::heading);
    return title->height;
}

void draw_language_button(Frame& frame, const content::Translation& language,
                          const render::Rect& rect) {
    const bool is_current = &language == &frame.language;
    const Palette& palette = frame.palette();
    ButtonStyle style{is_current ? "check" : "", language.name,
                      is_current ? palette.primary : palette.card, LabelPosition::beside,
                      text_style::card};
    style.is_radio = true;
    style.is_selected = is_current;
    draw_button(frame, rect, style, session::SelectLanguage{language.code}, "page");
}

// Draws the title and all languages. Who looks for a language often cannot read the page, so on a
// low panel the languages are in two columns, of which nothing has to be scrolled.
double draw_language_list(Frame& frame, const render::Rect& column, double button_height) {
    const bool is_short = frame.theme.is_short();
    const std::size_t column_count = is_short && frame.theme.is_wide() ? 2 : 1;
    const double gap = frame.px(metric::gap);
    const double width = (column.w - gap * static_cast<double>(column_count - 1)) /
                         static_cast<double>(column_count);
    double y = column.y + frame.px(is_short ? 2 : 8);
    y += draw_title(frame, {column.x, y, column.w, 0}) + frame.px(is_short ? 2 : 6);
    for (std::size_t i = 0; i < frame.content.translations.size(); ++i) {
        const auto row = static_cast<double>(i / column_count),
                   place = static_cast<double>(i % column_count);
        draw_language_button(frame, frame.content.translations[i],
                             {column.x + place * (width + gap), y + row * (button_height + gap),
                              width, button_height});
    }
    const std::size_t row_count =
        (frame.content.translations.size() + column_count - 1) / column_count;
    y += static_cast<double>(row_count) * (button_height + gap);
    return y + frame.px(is_short ? 0 : 4) - column.y;
}

// On a tall panel, a few languages have large buttons, all of them in the lower half.
double language_button_height(const Frame& frame, const render::Rect& view) {
    if (frame.theme.is_wide()) return frame.px(metric::primary);
    const double available = (view.bottom() - frame.screen().h / 2 - frame.px(8)) /
                             static_cast<double>(frame.content.translations.size());
    return std::clamp(available - frame.px(metric::gap), frame.px(metric::primary),
                      frame.px(max_button_mm));
}

} // namespace

void draw_language_picker(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    render::Rect view =
        draw_tear_off_strip(frame, draw_bottom_bar(frame), StripDetail::digits_only);
    const bool has_columns = frame.theme.is_wide() && frame.theme.is_short();
    const double preferred_width = frame.px(frame.theme.is_wide() && !has_columns ? 200 : 300);
    const double max_width = std::min(view.w - 2 * frame.theme.margin(), preferred_width);
    const double button_height = language_button_height(frame, view);
    // On a tall panel the list is at the bottom, where a visitor in a wheelchair reaches it.
    if (!frame.theme.is_wide()) {
        const double unused = std::max(0.0, view.h - frame.measure([&] {
            return draw_language_list(frame, {0, 0, max_width, 0}, button_height);
        }));
        view.y += unused;
        view.h -= unused;
    }
    draw_scroll_view(frame, view, max_width,
                     [&](const render::Rect& column) {
                         return draw_language_list(frame, column, button_height);
                     },
                     {.background = frame.palette().background});
}

} // namespace ui
