#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

struct Choice {
    ButtonStyle style;
    session::Event event;
};

// Returns the width in pixels that the longest label needs.
double max_label_width(const Frame& frame, const std::vector<Choice>& all) {
    double width = 0;
    for (const Choice& choice : all)
        width = std::max<double>(
            width, frame.layout_text(choice.style.label, choice.style.label_style)->width);
    return width + frame.px(frame.theme.is_very_short() ? 4 : 8);
}

// Draws the choices in one row, or in more rows if a choice would be narrower than its label or
// than `min_mm`. Returns the height in pixels.
double draw_choices(Frame& frame, const std::vector<Choice>& all, const render::Rect& column,
                    double min_mm) {
    const double gap = frame.px(metric::gap), half = std::floor((column.w - gap) / 2);
    const double min_width =
        std::max(frame.px(min_mm), std::min(max_label_width(frame, all), half));
    const auto max_columns = static_cast<std::size_t>((column.w + gap) / (min_width + gap));
    std::size_t column_count = all.size();
    while (column_count > 1 && column_count > max_columns) column_count = (column_count + 1) / 2;
    const double width = (column.w - gap * static_cast<double>(column_count - 1)) /
                         static_cast<double>(column_count);
    const double height = frame.px(30);
    double bottom = column.y;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double x = column.x + static_cast<double>(i % column_count) * (width + gap);
        const double y = column.y + static_cast<double>(i / column_count) * (height + gap);
        draw_button(frame, {x, y, width, height}, all[i].style, all[i].event, "display");
        bottom = y + height;
    }
    return bottom - column.y;
}

std::vector<Choice> text_size_choices(const Frame& frame) {
    const Palette& palette = frame.palette();
    constexpr std::array labels{"Normal", "Large", "Larger", "Largest"};
    std::vector<Choice> all;
    for (int size = session::min_text_size; size <= session::max_text_size; ++size) {
        const bool is_current = size == frame.state.text_size;
        ButtonStyle style{is_current ? "check" : "format_size",
                          frame.translate(labels[static_cast<std::size_t>(size - 1)]),
                          is_current ? palette.primary : palette.secondary_button,
                          LabelPosition::below, text_style::button};
        all.push_back({style, session::SetTextSize{size}});
    }
    return all;
}

std::vector<Choice> color_scheme_choices(const Frame& frame) {
    struct NamedScheme {
        const char* label;
        session::ColorScheme color_scheme;
    };
    constexpr std::array schemes{NamedScheme{"Light", session::ColorScheme::light},
                                 NamedScheme{"Dark", session::ColorScheme::dark},
                                 NamedScheme{"High contrast", session::ColorScheme::high_contrast}};
    std::vector<Choice> all;
    for (const NamedScheme& each : schemes) {
        ComponentColors colors = palette(each.color_scheme).card;
        colors.fill = palette(each.color_scheme).background;
        // The edge of a card may be invisible on the sheet.
        colors.edge = frame.palette().sheet.text;
        const bool is_current = each.color_scheme == frame.state.color_scheme;
        ButtonStyle style{is_current ? "check" : "contrast", frame.translate(each.label), colors,
                          LabelPosition::below, text_style::button};
        all.push_back({style, session::SetColorScheme{each.color_scheme}});
    }
    return all;
}

double draw_display_settings_body(Frame& frame, const render::Rect& column) {
    const ComponentColors& colors = frame.palette().sheet;
    double y = column.y;
    const auto draw_heading = [&](std::string_view text) {
        const TextLayout layout =
            frame.layout_text(frame.translate(text), text_style::heading, column.w);
        frame.draw_text(layout, {column.x, y, column.w, 0}, Align::start, colors.text, colors.fill,
                        Role::heading);
        y += layout->height + frame.px(3);
    };
    draw_heading("Text size");
    // On a very short panel, four choices fit into a row beside the scroll buttons.
    const double min_width_mm = frame.theme.is_very_short() ? 36 : 42;
    y += draw_choices(frame, text_size_choices(frame), {column.x, y, column.w, 0}, min_width_mm) +
         frame.px(7);
    draw_heading("Colors");
    y += draw_choices(frame, color_scheme_choices(frame), {column.x, y, column.w, 0}, 50) +
         frame.px(7);
    ButtonStyle style{"check", frame.translate("Done"), frame.palette().primary,
                      LabelPosition::beside, text_style::card};
    draw_button(frame, {column.x, y, column.w, frame.px(metric::primary)}, style, session::GoBack{},
                "display");
    return y + frame.px(metric::primary) - column.y;
}

} // namespace

void draw_display_settings(Frame& frame) {
    const render::Rect area = draw_scrim(frame).inset(frame.px(5));
    render::Rect box = area;
    box.w = std::min(area.w, frame.px(240));
    box.x += (area.w - box.w) / 2;
    const render::Rect column = box.inset(frame.px(metric::padding));
    const double content_height =
        frame.measure([&] { return draw_display_settings_body(frame, column); });
    box.h = std::min(area.h, content_height + 2 * frame.px(metric::padding));
    box.y += std::floor((area.h - box.h) / 2);
    draw_sheet(frame, box, frame.palette().sheet);
    const render::Rect inner = box.inset(frame.px(metric::padding));
    draw_scroll_view(
        frame, inner, inner.w,
        [&](const render::Rect& inner_column) {
            return draw_display_settings_body(frame, inner_column);
        },
        frame.palette().sheet.fill);
}

} // namespace ui
