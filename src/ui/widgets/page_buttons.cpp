#include "ui/widgets/page_buttons.hpp"

#include "text/code_points.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr double min_stacked_button_width_mm = 25;
constexpr double stacked_button_height_mm = 24;
constexpr double row_button_width_mm = 72;
// Offsets that are closer than this show the same page.
constexpr double offset_tolerance_px = 1;

ButtonStyle page_button_style(const Frame& frame, bool is_down, bool is_stacked) {
    ButtonStyle style{is_down ? "expand_more" : "expand_less",
                      frame.translate(is_down ? "More" : "Up"), frame.palette().primary};
    if (is_stacked)
        style.label_position = LabelPosition::below, style.label_style = text_style::small_button;
    return style;
}

// Draws More or Up. At the end of the column it is dimmed and cannot be pressed.
void draw_page_button(Frame& frame, const render::Rect& rect, ButtonStyle style,
                      const PageOffsets& pages, bool is_down, render::Color background) {
    if (pages.can_move(is_down)) {
        draw_button(frame, rect, style, session::ScrollTo{frame.theme.mm(pages.target(is_down))},
                    is_down ? "down" : "up");
        return;
    }
    style.colors.text = frame.palette().secondary_text;
    draw_button_label(frame, rect, style, background);
    frame.mark_as_unread();
}

// Returns "2 of 4" in the visitor's language.
std::string page_number(const Frame& frame, const PageOffsets& pages) {
    return frame.translate("{page} of {count}", {{"page", std::to_string(pages.index() + 1)},
                                                 {"count", std::to_string(pages.offsets.size())}});
}

ButtonStyle up_button_style(const Frame& frame, bool is_stacked) {
    ButtonStyle style = page_button_style(frame, false, is_stacked);
    style.colors = frame.palette().card;
    style.colors.text = frame.palette().accent;
    style.is_outlined = true;
    return style;
}

} // namespace

std::size_t PageOffsets::index_at(double at_offset) const {
    const auto after = std::ranges::upper_bound(offsets, at_offset + offset_tolerance_px);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - offsets.begin(), 1) - 1);
}

bool PageOffsets::is_at_page(double at_offset) const {
    return std::abs(offsets[index_at(at_offset)] - at_offset) <= offset_tolerance_px;
}

bool PageOffsets::can_move(bool is_down) const {
    constexpr double min_offset_px = 0.5;
    return is_down ? index() + 1 < offsets.size() : offset > min_offset_px;
}

double PageOffsets::target(bool is_down) const {
    if (is_down) return offsets[index() + 1];
    return offsets[is_at_page(offset) && index() > 0 ? index() - 1 : index()];
}

double stacked_page_button_width(const Frame& frame) {
    double widest = frame.px(min_stacked_button_width_mm);
    for (const bool is_down : {true, false})
        widest = std::max(widest, frame.layout_text(page_button_style(frame, is_down, true).label,
                                                    text_style::small_button)
                                          ->width +
                                      frame.px(4));
    return std::min(widest, frame.px(40));
}

void draw_stacked_page_buttons(Frame& frame, const render::Rect& area, const PageOffsets& pages,
                               render::Color background) {
    const double gap = frame.px(metric::gap), height = frame.px(stacked_button_height_mm);
    const render::Rect down{area.x, area.bottom() - height, area.w, height};
    const render::Rect up{down.x, down.y - gap - height, down.w, height};
    draw_page_button(frame, up, up_button_style(frame, true), pages, false, background);
    draw_page_button(frame, down, page_button_style(frame, true, true), pages, true, background);
    // The size follows from the number of letters, so that a long page costs no more layouts.
    constexpr double letter_em = 0.5;
    const std::string number = page_number(frame, pages);
    const double estimated_width = letter_em * frame.theme.em(text_style::row_name) *
                                   static_cast<double>(text::decode_text(number).size());
    const TextLayout page = frame.layout_text(
        number, text_style::row_name.scaled(std::min(1.0, area.w / estimated_width)));
    const double y = up.y - gap / 2 - page->height;
    if (y >= area.y)
        frame.draw_text(page, {area.x, y, area.w, 0}, Align::center, frame.palette().text,
                        background);
}

void draw_page_button_row(Frame& frame, const render::Rect& row, const PageOffsets& pages,
                          render::Color background) {
    const TextLayout page = frame.layout_text(
        page_number(frame, pages), frame.theme.page_style(text_style::prominent_subtitle));
    const double gap = frame.px(metric::gap);
    const double room = (row.w - page->width - 2 * gap) / 2;
    // Buttons that can be touched matter more than the page number.
    const bool has_number = room >= frame.px(min_stacked_button_width_mm);
    const double width =
        std::min(frame.px(row_button_width_mm), has_number ? room : (row.w - gap) / 2);
    ButtonStyle up = up_button_style(frame, false), down = page_button_style(frame, true, false);
    const bool is_narrow = std::max(button_width(frame, up), button_width(frame, down)) > width;
    for (ButtonStyle* style : {&up, &down}) {
        if (!is_narrow) continue;
        style->label_position = LabelPosition::below;
        style->label_style = text_style::small_button;
    }
    draw_page_button(frame, {row.x, row.y, width, row.h}, up, pages, false, background);
    if (has_number)
        frame.draw_text(page, {row.x, row.y + (row.h - page->height) / 2, row.w, 0}, Align::center,
                        frame.palette().text, background);
    draw_page_button(frame, {row.right() - width, row.y, width, row.h}, down, pages, true,
                     background);
}

} // namespace ui
