#include "ui/widgets/header.hpp"

#include "ui/widgets/button.hpp"

namespace ui {

namespace {

constexpr double above_header_mm = 4;
constexpr double below_header_mm = 3;
constexpr double very_short_top_mm = 3; // space at the top of a page without a header

render::Rect header_rect(const Frame& frame, const render::Rect& page) {
    return render::Rect{page.x, page.y + frame.px(above_header_mm), page.w,
                        frame.px(metric::target)}
        .inset(frame.theme.margin(), 0);
}

render::Rect page_below_header(const Frame& frame, const render::Rect& page) {
    const double height =
        frame.px(frame.theme.is_very_short() ? very_short_top_mm
                                             : above_header_mm + metric::target + below_header_mm);
    return {page.x, page.y + height, page.w, page.h - height};
}

// Returns the names of the other languages, each in its own script, as many as fit into `width`
// pixels. If none fits, returns the word "Language".
std::string language_names(const Frame& frame, double width) {
    std::string names;
    for (const content::Translation& language : frame.content.translations) {
        if (&language == &frame.language) continue;
        const std::string longer = names.empty() ? language.name : names + " · " + language.name;
        if (frame.layout_text(longer, text_style::button)->width > width) break;
        names = longer;
    }
    return names.empty() ? frame.translate("Language") : names;
}

// Draws the button and returns its left edge.
double draw_language_button(Frame& frame, const render::Rect& row, bool has_language_names) {
    if (frame.content.translations.size() < 2) return row.right();
    ComponentColors colors = frame.palette().card;
    colors.text = frame.palette().accent;
    const std::string label =
        has_language_names ? language_names(frame, row.w * 0.4) : frame.translate("Language");
    ButtonStyle style{"translate",        label, colors, LabelPosition::beside,
                      text_style::button, true,  true};
    const double width = std::min(button_width(frame, style), row.w * 0.56);
    const render::Rect rect{row.right() - width, row.y, width, row.h};
    draw_button(frame, rect, style, session::OpenLanguagePicker{}, "header");
    return rect.x;
}

} // namespace

render::Rect draw_home_header(Frame& frame, const render::Rect& page) {
    if (frame.theme.is_very_short()) return page_below_header(frame, page);
    const render::Rect header = header_rect(frame, page);
    const double left_of_button = draw_language_button(frame, header, true) - frame.px(metric::gap);
    const TextLayout school = frame.fit_box(frame.translate(frame.content.site.school),
                                            text_style::label, left_of_button - header.x, header.h);
    frame.draw_text(
        school,
        {header.x, header.y + (header.h - school->height) / 2, left_of_button - header.x, header.h},
        Align::start, frame.palette().secondary_text, frame.palette().background);
    return page_below_header(frame, page);
}

render::Rect draw_back_header(Frame& frame, const render::Rect& page) {
    if (frame.theme.is_very_short()) return page_below_header(frame, page);
    const render::Rect header = header_rect(frame, page);
    ButtonStyle style{frame.language.is_right_to_left ? "arrow_forward" : "arrow_back",
                      frame.translate("Back"), frame.palette().secondary_button};
    const double width =
        std::min(std::max(button_width(frame, style), frame.px(36)), header.w * 0.4);
    draw_button(frame, {header.x, header.y, width, header.h}, style, session::GoBack{}, "header");
    if (session::top_layer(frame.state) == session::Layer::page)
        draw_language_button(frame, header, false);
    return page_below_header(frame, page);
}

} // namespace ui
