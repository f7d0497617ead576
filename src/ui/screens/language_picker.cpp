#include "ui/screens/screens.hpp"
#include "ui/strings.hpp"
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

// How all languages are drawn.
struct ListStyle {
    double button_height = 0; // in pixels
    bool has_notes = false;   // says of each translation whether it is a draft
};

ButtonStyle language_button_style(const Frame& frame, const content::Translation& language,
                                  bool has_note) {
    const bool is_current = &language == &frame.language;
    const Palette& palette = frame.palette();
    ButtonStyle style{is_current ? "check" : "", language.name,
                      is_current ? palette.primary : palette.card, LabelPosition::beside,
                      text_style::card};
    style.label_style.has_tight_leading = true;
    if (has_note && language.is_draft()) style.note = language.translate(draft_notice);
    style.is_radio = true;
    style.is_selected = is_current;
    return style;
}

// Who looks for a language often cannot read the page, so on a low panel the languages are in two
// columns, of which nothing has to be scrolled.
std::size_t column_count(const Frame& frame) {
    return frame.theme.is_short() && frame.theme.is_wide() ? 2 : 1;
}

std::size_t row_count(const Frame& frame) {
    const std::size_t columns = column_count(frame);
    return (frame.content.translations.size() + columns - 1) / columns;
}

// Returns the width of a button in a list of this width.
double language_button_width(const Frame& frame, double width) {
    const auto columns = static_cast<double>(column_count(frame));
    return (width - frame.px(metric::gap) * (columns - 1)) / columns;
}

// Draws the title and all languages.
double draw_language_list(Frame& frame, const render::Rect& column, const ListStyle& style) {
    const bool is_short = frame.theme.is_short();
    const std::size_t columns = column_count(frame);
    const double gap = frame.px(metric::gap), width = language_button_width(frame, column.w),
                 row_height = style.button_height + gap;
    double y = column.y + frame.px(is_short ? 2 : 8);
    y += draw_title(frame, {column.x, y, column.w, 0}) + frame.px(is_short ? 2 : 6);
    for (std::size_t i = 0; i < frame.content.translations.size(); ++i) {
        const content::Translation& language = frame.content.translations[i];
        const auto row = static_cast<double>(i / columns), place = static_cast<double>(i % columns);
        draw_button(
            frame,
            {column.x + place * (width + gap), y + row * row_height, width, style.button_height},
            language_button_style(frame, language, style.has_notes),
            session::SelectLanguage{language.code}, "page");
    }
    y += static_cast<double>(row_count(frame)) * row_height;
    return y + frame.px(is_short ? 0 : 4) - column.y;
}

// Returns the height of a button with a note.
double noted_button_height(const Frame& frame, double list_width) {
    const double width = language_button_width(frame, list_width);
    double height = 0;
    for (const content::Translation& language : frame.content.translations)
        height = std::max(
            height, button_height(frame, language_button_style(frame, language, true), width));
    return height;
}

// On a tall panel, a few languages have large buttons, all of them in the lower half. Who chooses a
// language learns here whether its translation is a draft, if all languages are visible then.
ListStyle choose_list_style(Frame& frame, const render::Rect& view, double width) {
    const double min_height = frame.px(metric::primary), gap = frame.px(metric::gap);
    const auto rows = static_cast<double>(row_count(frame));
    const double in_lower_half = (view.bottom() - frame.screen().h / 2 - frame.px(8)) / rows - gap;
    ListStyle style{min_height};
    if (!frame.theme.is_wide())
        style.button_height = std::clamp(in_lower_half, min_height, frame.px(max_button_mm));
    const double other_height = frame.measure([&] {
        return draw_language_list(frame, {0, 0, width, 0}, style);
    }) - rows * style.button_height;
    const double noted_height = noted_button_height(frame, width);
    const double max_height = frame.theme.is_wide() || frame.theme.is_short()
                                  ? (view.h - other_height) / rows
                                  : in_lower_half;
    if (noted_height > max_height) return style;
    return {std::max(style.button_height, noted_height), true};
}

} // namespace

void draw_language_picker(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    render::Rect view =
        draw_tear_off_strip(frame, draw_bottom_bar(frame), StripDetail::digits_only);
    const bool has_columns = frame.theme.is_wide() && frame.theme.is_short();
    const double preferred_width = frame.px(frame.theme.is_wide() && !has_columns ? 200 : 300);
    const double width = std::min(view.w - 2 * frame.theme.margin(), preferred_width);
    const ListStyle style = choose_list_style(frame, view, width);
    // On a tall panel the list is at the bottom, where a visitor in a wheelchair reaches it.
    if (!frame.theme.is_wide()) {
        const double unused = std::max(0.0, view.h - frame.measure([&] {
            return draw_language_list(frame, {0, 0, width, 0}, style);
        }));
        view.y += unused;
        view.h -= unused;
    }
    draw_scroll_view(
        frame, view, width,
        [&](const render::Rect& column) { return draw_language_list(frame, column, style); },
        {.background = frame.palette().background});
}

} // namespace ui
