#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/sheet.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace ui {

namespace {

constexpr TextStyle done_style{text::Face::bold, 10.3, 0.4};

enum class SheetRow {
    text_sizes,
    color_schemes,
    speech_speeds,
    volume,
    voice, // the speeds and the volume
};

const char* row_name(SheetRow row) {
    constexpr const char* names[] = {"Text size", "Colors", "Speed", "Volume", "Voice"};
    return names[static_cast<std::size_t>(row)];
}

// What can be heard is set only where it can be heard. A wide sheet has the width for all of it in
// one row, and a tall page has the height for two.
std::vector<SheetRow> sheet_rows(const Frame& frame) {
    std::vector<SheetRow> rows{SheetRow::text_sizes, SheetRow::color_schemes};
    if (!frame.can_listen) return rows;
    if (frame.theme.is_wide())
        rows.push_back(SheetRow::voice);
    else
        rows.insert(rows.end(), {SheetRow::speech_speeds, SheetRow::volume});
    return rows;
}

// Where the parts of the sheet are, in pixels.
struct SheetLayout {
    render::Rect sheet;
    render::Rect inner;
    double row_height = 0;
    double gap = 0;
    double name_width = 0;  // beside the choices
    double name_height = 0; // above them, on a narrow page
    render::Rect done;
    std::vector<SheetRow> rows;

    // The area of a row, of which 0 is the first.
    render::Rect row(int index) const {
        const double right = done.y > inner.y ? inner.right() : done.x - 2 * gap;
        const double height = name_height + row_height;
        return {inner.x, inner.y + index * (height + gap), right - inner.x, height};
    }
};

TextLayout layout_name_above(const Frame& frame, SheetRow row, double width) {
    return frame.fit_lines(frame.translate(row_name(row)), text_style::small_button, width);
}

// Lays out the sheet along the bottom of `page`. On a wide panel, Done is beside the rows, so
// that more of the page stays visible. The lower the page is, the lower is the sheet.
SheetLayout layout_sheet(const Frame& frame, const render::Rect& page) {
    const auto share = [&](double fraction, double min_mm, double max_mm) {
        return std::clamp(page.h * fraction, frame.px(min_mm), frame.px(max_mm));
    };
    constexpr double max_width_mm = 480, done_height_mm = 22, min_name_mm = 31;
    const bool is_wide = frame.theme.is_wide();
    const double width = std::min(page.w - 2 * frame.theme.margin(), frame.px(max_width_mm));
    const double top = share(0.045, 3, 8.4), bottom = is_wide ? top : share(0.045, 3, 13);
    SheetLayout layout;
    layout.rows = sheet_rows(frame);
    const auto row_count = static_cast<double>(layout.rows.size());
    layout.row_height = share(row_count > 2 ? 0.14 : 0.17, metric::target, 29);
    layout.gap = share(0.03, 2.6, 6);
    constexpr double narrow_mm = 150;
    constexpr std::size_t max_named_rows = 2; // with names above them, more would be too high
    const bool has_names_above =
        width < frame.px(narrow_mm) && !is_wide && layout.rows.size() <= max_named_rows;
    if (has_names_above)
        for (const SheetRow row : layout.rows)
            layout.name_height = std::max(
                layout.name_height, layout_name_above(frame, row, width)->height + frame.px(1));
    else
        layout.name_width = std::clamp(width * 0.18, frame.px(min_name_mm), frame.px(48));
    const double rows = row_count * (layout.name_height + layout.row_height) +
                        (row_count - 1) * layout.gap,
                 done_height = frame.px(done_height_mm);
    const double height = is_wide ? rows : rows + layout.gap + done_height;
    layout.sheet = {page.x, page.bottom() - top - height - bottom, page.w, top + height + bottom};
    layout.inner = {page.x + (page.w - width) / 2, layout.sheet.y + top, width, height};
    layout.done = {layout.inner.x, layout.inner.bottom() - done_height, width, done_height};
    if (is_wide) {
        layout.done = layout.inner;
        layout.done.w = std::clamp(width * 0.17, frame.px(34), frame.px(64));
        layout.done.x = layout.inner.right() - layout.done.w;
    }
    return layout;
}

// Lays out the names of the rows in one size.
std::vector<TextLayout> layout_row_names(const Frame& frame, const SheetLayout& layout) {
    std::vector<TextLayout> names;
    int em_px = std::numeric_limits<int>::max();
    const bool is_above = layout.name_height > 0;
    for (const SheetRow row : layout.rows) {
        names.push_back(is_above
                            ? layout_name_above(frame, row, layout.inner.w)
                            : frame.fit_box(frame.translate(row_name(row)), text_style::button,
                                            layout.name_width - frame.px(3), layout.row_height));
        em_px = std::min(em_px, names.back()->spec.em_px);
    }
    for (TextLayout& name : names) name = frame.balance_lines(frame.with_em(name, em_px));
    return names;
}

// Draws the name of a row at its start, or above it. Returns the area for its choices.
render::Rect draw_row_name(Frame& frame, const SheetLayout& layout, int index,
                           const TextLayout& name) {
    const render::Rect row = layout.row(index);
    const bool is_above = layout.name_height > 0;
    const render::Rect box = is_above ? render::Rect{row.x, row.y, row.w, 0}
                                      : render::Rect{row.x, row.y + (row.h - name->height) / 2,
                                                     layout.name_width - frame.px(3), 0};
    frame.draw_text(name, box, Align::start, frame.palette().accent, frame.palette().sheet.fill,
                    Role::heading);
    return {row.x + layout.name_width, row.y + layout.name_height, row.w - layout.name_width,
            row.h - layout.name_height};
}

// Draws the letter of a text size, and a tick beside it if that is the current size.
void draw_size_letter(Frame& frame, int text_size, bool is_selected, const render::Rect& rect,
                      const ComponentColors& colors) {
    constexpr std::array em_mm{7.0, 9.0, 11.0, 13.0};
    const TextStyle style{text::Face::bold, em_mm[static_cast<std::size_t>(text_size - 1)], 0};
    const TextLayout letter = frame.fit_box("A", style, rect.w, rect.h);
    const double x = rect.x + (rect.w - letter->width) / 2;
    frame.draw_text(letter, {x, rect.y + (rect.h - letter->height) / 2, letter->width + 1.0, 0},
                    Align::start, colors.text, colors.fill);
    if (!is_selected) return;
    const double gap = std::min(frame.px(4), (x - rect.x) * 0.15),
                 side = std::min(frame.px(10), x - rect.x - 2 * gap);
    frame.draw_icon("check", {x - gap - side, rect.y + (rect.h - side) / 2, side, side},
                    colors.text);
}

void draw_text_sizes(Frame& frame, const render::Rect& rect) {
    constexpr std::array names{"Normal", "Large", "Larger", "Largest"};
    std::vector<Segment> segments;
    for (int size = session::min_text_size; size <= session::max_text_size; ++size)
        segments.push_back({"", frame.translate(names[static_cast<std::size_t>(size - 1)]),
                            session::SetTextSize{size}, size == frame.state.text_size});
    draw_segments(
        frame, segments, rect, Role::radio, "display",
        [&](std::size_t index, const render::Rect& segment, const ComponentColors& colors) {
            draw_size_letter(frame, session::min_text_size + static_cast<int>(index),
                             segments[index].is_selected, segment, colors);
        });
}

// Where there is no space for a tick beside a name, it is above it.
void place_ticks(const Frame& frame, std::vector<ButtonStyle>& styles,
                 const std::vector<render::Rect>& rects) {
    bool has_space = true;
    for (std::size_t i = 0; i < styles.size(); ++i)
        has_space = has_space && button_width(frame, styles[i]) <= rects[i].w;
    if (has_space) return;
    for (ButtonStyle& style : styles) {
        style.label_position = LabelPosition::below;
        style.label_style = text_style::small_button;
        style.label_style.growth = 0;
    }
}

// Each color scheme is shown in its own colors.
void draw_color_schemes(Frame& frame, const render::Rect& rect) {
    struct NamedScheme {
        const char* name;
        session::ColorScheme color_scheme;
    };
    constexpr std::array schemes{NamedScheme{"Light", session::ColorScheme::light},
                                 NamedScheme{"Dark", session::ColorScheme::dark},
                                 NamedScheme{"Contrast", session::ColorScheme::high_contrast}};
    const double gap = frame.px(3.9), count = static_cast<double>(schemes.size()),
                 width = (rect.w - gap * (count - 1)) / count;
    constexpr double edge_mm = 0.7, selected_edge_mm = 1.5;
    std::vector<ButtonStyle> styles;
    std::vector<render::Rect> rects, inner_rects;
    for (const NamedScheme& scheme : schemes) {
        const Palette& colors = palette(scheme.color_scheme);
        // The tick takes part in the fitting, so that no label changes when it is selected.
        ButtonStyle style{
            "check", frame.translate(scheme.name), {colors.background, colors.text, colors.accent}};
        style.is_radio = true;
        style.is_selected = scheme.color_scheme == frame.state.color_scheme;
        style.edge_mm = style.is_selected ? selected_edge_mm : edge_mm;
        rects.push_back(
            {rect.x + static_cast<double>(styles.size()) * (width + gap), rect.y, width, rect.h});
        inner_rects.push_back(rects.back().inset(frame.px(selected_edge_mm), 0));
        styles.push_back(style);
    }
    place_ticks(frame, styles, inner_rects);
    equalize_labels(frame, styles, inner_rects);
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        if (!styles[i].is_selected) styles[i].icon = "";
        draw_button(frame, rects[i], styles[i], session::SetColorScheme{schemes[i].color_scheme},
                    "display");
    }
}

// A button of a row of buttons.
struct RowButton {
    ButtonStyle style;
    session::Event event;
};

void draw_row_buttons(Frame& frame, const render::Rect& rect,
                      const std::vector<RowButton>& buttons) {
    const double gap = frame.px(3.9), count = static_cast<double>(buttons.size()),
                 width = (rect.w - gap * (count - 1)) / count;
    std::vector<ButtonStyle> styles;
    std::vector<render::Rect> rects, inner_rects;
    for (const RowButton& button : buttons) {
        rects.push_back(
            {rect.x + static_cast<double>(styles.size()) * (width + gap), rect.y, width, rect.h});
        inner_rects.push_back(rects.back().inset(frame.px(1.5), 0));
        styles.push_back(button.style);
    }
    equalize_labels(frame, styles, inner_rects);
    for (std::size_t i = 0; i < buttons.size(); ++i)
        draw_button(frame, rects[i], styles[i], buttons[i].event, "display");
}

std::vector<RowButton> speed_buttons(const Frame& frame) {
    struct NamedSpeed {
        const char* name;
        session::SpeechSpeed speed;
    };
    std::vector<RowButton> buttons;
    for (const auto& [name, speed] : {NamedSpeed{"Slow", session::SpeechSpeed::slow},
                                      NamedSpeed{"Medium", session::SpeechSpeed::normal},
                                      NamedSpeed{"Fast", session::SpeechSpeed::fast}}) {
        const bool is_selected = speed == frame.state.speech_speed;
        ButtonStyle style{"", frame.translate(name),
                          is_selected ? frame.palette().primary : frame.palette().card};
        if (!is_selected) style.colors.text = frame.palette().accent;
        style.is_outlined = !is_selected;
        style.is_radio = true;
        style.is_selected = is_selected;
        buttons.push_back({style, session::SetSpeechSpeed{speed}});
    }
    return buttons;
}

// A button at the end of the range stays, because it says how loud the voice is.
std::vector<RowButton> volume_buttons(const Frame& frame) {
    std::vector<RowButton> buttons;
    for (const auto& [name, step] : {std::pair{"Softer", -1}, {"Louder", 1}}) {
        const int volume =
            std::clamp(frame.state.volume + step, session::min_volume, session::max_volume);
        buttons.push_back({{"", frame.translate(name), frame.palette().secondary_button},
                           session::SetVolume{volume}});
    }
    return buttons;
}

void draw_row(Frame& frame, SheetRow row, const render::Rect& rect) {
    switch (row) {
    case SheetRow::text_sizes:
        return draw_text_sizes(frame, rect);
    case SheetRow::color_schemes:
        return draw_color_schemes(frame, rect);
    case SheetRow::speech_speeds:
        return draw_row_buttons(frame, rect, speed_buttons(frame));
    case SheetRow::volume:
        return draw_row_buttons(frame, rect, volume_buttons(frame));
    case SheetRow::voice:
        std::vector<RowButton> buttons = speed_buttons(frame);
        std::ranges::move(volume_buttons(frame), std::back_inserter(buttons));
        return draw_row_buttons(frame, rect, buttons);
    }
}

void draw_sheet_content(Frame& frame, const SheetLayout& layout) {
    const std::vector<TextLayout> names = layout_row_names(frame, layout);
    for (std::size_t i = 0; i < names.size(); ++i)
        draw_row(frame, layout.rows[i],
                 draw_row_name(frame, layout, static_cast<int>(i), names[i]));
    ButtonStyle done{"check", frame.translate("Done"), frame.palette().primary,
                     LabelPosition::beside, done_style};
    if (frame.theme.is_wide()) {
        done.label_position = LabelPosition::below;
        done.label_style = done_style.scaled(0.85); // the button is narrower than on a tall panel
    }
    draw_button(frame, layout.done, done, session::GoBack{}, "display");
}

} // namespace

void draw_display_settings(Frame& frame) {
    const Frame::Foreground foreground = frame.discard_background();
    const SheetLayout layout = layout_sheet(frame, foreground.page);
    draw_bottom_sheet(frame, layout.sheet);
    for (const auto& draw : foreground.parts) draw(frame);
    draw_sheet_content(frame, layout);
    // A touch of the page closes the sheet, as Done does.
    if (frame.is_tapped({0, 0, frame.screen().w, layout.sheet.y})) frame.event = session::GoBack{};
}

} // namespace ui
