#include "ui/widgets/scroll_view.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ui {

namespace {

// Buttons are stacked if they are beside the column.
constexpr double min_stacked_button_width_mm = 25;
constexpr double stacked_button_height_mm = 24;
// The row below the column.
constexpr double footer_height_mm = 22;
constexpr double footer_button_width_mm = 72;
constexpr double above_strip_mm = 9; // below that row, above the strip
// A lower view has no space for a row of buttons below the column.
constexpr double min_footer_view_mm = 60;
// In a lower view, space is scarce.
constexpr double low_view_mm = 170;
// How far the edge of a block is below it.
constexpr double edge_mm = 1.5;
// The space above and below the title of a page, together.
constexpr double page_title_gap_mm = 8;
// What is seen of a divided card beyond its last line on a page. There is more space than this.
constexpr double card_end_mm = 2;
// Content that is higher than its view by less than this does not scroll.
constexpr double scroll_tolerance_px = 0.5;
// Offsets that are closer than this show the same page.
constexpr double offset_tolerance_px = 1;

ButtonStyle page_button_style(const Frame& frame, bool is_down, bool is_stacked) {
    ButtonStyle style{is_down ? "expand_more" : "expand_less",
                      frame.translate(is_down ? "More" : "Up"), frame.palette().primary};
    if (is_stacked)
        style.label_position = LabelPosition::below, style.label_style = text_style::small_button;
    return style;
}

// Returns the width in pixels that the longer of the two labels needs.
double stacked_button_width(const Frame& frame) {
    double widest = frame.px(min_stacked_button_width_mm);
    for (const bool is_down : {true, false})
        widest = std::max(widest, frame.layout_text(page_button_style(frame, is_down, true).label,
                                                    text_style::small_button)
                                          ->width +
                                      frame.px(4));
    return std::min(widest, frame.px(40));
}

render::Rect centered_column(const render::Rect& view, double width) {
    const double w = std::min(width, view.w);
    return {view.x + (view.w - w) / 2, view.y, w, view.h};
}

// The pages of a column. Offsets are those with which it is drawn, in pixels.
struct Pages {
    std::vector<VerticalSpan> spans; // in the column
    std::vector<double> offsets;     // ascending; the first is 0
    double offset = 0;               // that of the visitor's scroll position
    double column_y = 0;             // where the column is in the window with an offset of 0

    std::size_t index_at(double at_offset) const {
        const auto after = std::ranges::upper_bound(offsets, at_offset + offset_tolerance_px);
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - offsets.begin(), 1) - 1);
    }
    std::size_t index() const { return index_at(offset); }
    bool is_at_page(double at_offset) const {
        return std::abs(offsets[index_at(at_offset)] - at_offset) <= offset_tolerance_px;
    }
    bool can_move(bool is_down) const {
        return is_down ? index() + 1 < offsets.size() : offset > scroll_tolerance_px;
    }
    // Returns the offset of the page to which a button moves. Up moves to the top of a page that is
    // partly above the view.
    double target(bool is_down) const {
        if (is_down) return offsets[index() + 1];
        return offsets[is_at_page(offset) && index() > 0 ? index() - 1 : index()];
    }
};

// Draws More or Up. At the end of the column it is dimmed and cannot be pressed.
void draw_page_button(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                      const Pages& pages, bool is_down, render::Color background) {
    if (pages.can_move(is_down)) {
        draw_button(frame, rect, style, session::ScrollTo{frame.theme.mm(pages.target(is_down))},
                    is_down ? "down" : "up");
        return;
    }
    const double side = frame.px(9);
    frame.draw_rounded_rect(rect, frame.px(metric::radius), background, frame.palette().inactive,
                            frame.px(0.5));
    frame.draw_icon(style.icon,
                    {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side},
                    frame.palette().inactive);
}

// Returns "2 of 4" in the visitor's language.
std::string page_number(const Frame& frame, const Pages& pages) {
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

// Draws the buttons beside the column, one above the other, and which page this is above them.
void draw_stacked_buttons(Frame& frame, const render::Rect& area, const Pages& pages,
                          render::Color background) {
    const double gap = frame.px(metric::gap), height = frame.px(stacked_button_height_mm);
    const render::Rect down{area.x, area.bottom() - height, area.w, height};
    const render::Rect up{down.x, down.y - gap - height, down.w, height};
    draw_page_button(frame, up, up_button_style(frame, true), pages, false, background);
    draw_page_button(frame, down, page_button_style(frame, true, true), pages, true, background);
    // The size follows from the number of letters, so that a long page costs no more layouts.
    constexpr double letter_em = 0.6;
    const std::string number = page_number(frame, pages);
    const double estimated_width =
        letter_em * frame.theme.em(text_style::row_name) * static_cast<double>(number.size());
    const TextLayout page = frame.layout_text(
        number, text_style::row_name.scaled(std::min(1.0, area.w / estimated_width)));
    const double y = up.y - gap / 2 - page->height;
    if (y >= area.y)
        frame.draw_text(page, {area.x, y, area.w, 0}, Align::center, frame.palette().text,
                        background);
}

// Draws Up, which page of how many this is, and More in a row below the column.
void draw_footer(Frame& frame, const render::Rect& row, const Pages& pages,
                 render::Color background) {
    const TextLayout page = frame.layout_text(
        page_number(frame, pages), frame.theme.page_style(text_style::prominent_subtitle));
    const double gap = frame.px(metric::gap);
    const double room = (row.w - page->width - 2 * gap) / 2;
    // Buttons that can be touched matter more than the page number.
    const bool has_number = room >= frame.px(min_stacked_button_width_mm);
    const double width =
        std::min(frame.px(footer_button_width_mm), has_number ? room : (row.w - gap) / 2);
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

// Shortens a fade so that it does not cover a completely visible QR code or the quiet zone around
// it.
render::Rect avoid_qr_codes(const Frame& frame, const render::Rect& window, render::Rect band,
                            bool is_at_bottom) {
    // Slightly more than the quiet zone of the smallest QR code: 4 of 21 modules, ISO/IEC 18004.
    constexpr double quiet_zone_fraction = 0.2;
    for (const OutlineNode& node : frame.outline) {
        const render::Rect zone = node.rect.inset(-quiet_zone_fraction * node.rect.h);
        const bool is_whole = node.rect.y >= window.y && node.rect.bottom() <= window.bottom();
        if (node.role != Role::qr_code || !node.is_scrollable || !is_whole ||
            zone.intersection(band).h <= 0)
            continue;
        const double end = band.bottom();
        if (is_at_bottom)
            band.y = std::min(end, std::max(band.y, std::ceil(zone.bottom()))),
            band.h = end - band.y;
        else
            band.h = std::max(0.0, std::floor(zone.y) - band.y);
    }
    return band;
}

// Draws a gradient that becomes opaque toward the bottom of `band`, or toward its top.
void draw_fade_band(Frame& frame, const render::Rect& band, bool is_downward,
                    render::Color background) {
    const int steps = std::clamp(static_cast<int>(band.h), 8, 32);
    for (int i = 0; i < steps; ++i) {
        const int density = is_downward ? i + 1 : steps - i;
        const double top = std::round(band.h * i / steps),
                     bottom = std::round(band.h * (i + 1) / steps);
        background.a = static_cast<std::uint8_t>(255 * density / steps);
        frame.fill_rect({band.x, band.y + top, band.w, bottom - top}, background);
    }
}

// Draws a fade where the column continues above or below its window, so that a line of text that is
// cut off does not look like an error.
void draw_fades(Frame& frame, const render::Rect& column, const render::Rect& window,
                bool continues_above, bool continues_below, render::Color background) {
    const double depth = std::round(std::min(frame.px(5), window.h / 6));
    const double x = std::round(column.x), y = std::round(window.y),
                 bottom = std::round(window.bottom());
    const double width = std::round(column.right()) - x;
    const auto draw = [&](const render::Rect& band, bool is_downward) {
        draw_fade_band(frame, avoid_qr_codes(frame, window, band, is_downward), is_downward,
                       background);
    };
    if (continues_below) draw({x, bottom - depth, width, depth}, true);
    if (continues_above) draw({x, y, width, depth}, false);
}

// Returns the height of a column that is not higher than its view, and otherwise a larger value.
double measure_fitting_column(Frame& frame, const render::Rect& column, const DrawColumn& draw) {
    return frame.measure([&] { return draw(column); }, column.bottom());
}

// Where the parts of a view are whose column does not fit.
struct ViewLayout {
    render::Rect column;  // its place at the top; the height is that of the view
    render::Rect window;  // where the column can be seen
    render::Rect buttons; // More and Up
    bool is_beside = false;
};

// In a low and wide view, buttons beside the column leave more space for it than buttons below it.
bool has_buttons_beside(const Frame& frame, const render::Rect& view) {
    constexpr double max_height_fraction = 0.9; // of the width
    if (view.h < frame.px(min_footer_view_mm)) return true;
    return view.h < frame.px(low_view_mm) && view.h < max_height_fraction * view.w;
}

// A page of a view that begins above what is within reach ends near its buttons, so that what can
// be touched is within reach.
bool begins_above_reach(const Frame& frame, const render::Rect& view) {
    return view.y < frame.reachable_area().y;
}

// The space below the buttons of a view. On a slip, the margin of the paper is enough.
double below_footer_mm(const Frame& frame, const render::Rect& view) {
    if (frame.state.slip) return 0;
    const bool is_scarce = view.h < frame.px(low_view_mm) || begins_above_reach(frame, view);
    return is_scarce ? metric::gap : above_strip_mm;
}

ViewLayout lay_out_view(const Frame& frame, const render::Rect& view, double width) {
    ViewLayout layout;
    layout.column = centered_column(view, width);
    layout.window = view;
    const double gap = frame.px(metric::gap), side = stacked_button_width(frame);
    const double margin = std::min(frame.theme.margin(), (view.w - layout.column.w) / 2);
    const bool has_room_beside = view.w - layout.column.w >= 2 * (side + gap + margin);
    layout.is_beside = has_buttons_beside(frame, view);
    // Clipped content must not touch what is below it.
    const double below_window = frame.px(frame.theme.is_very_short() ? 1.7 : metric::gap);
    layout.window.h -= below_window;
    if (layout.is_beside) {
        layout.buttons = {view.right() - margin - side, view.y, side, view.h - gap};
        if (!has_room_beside) layout.column.w = layout.buttons.x - gap - layout.column.x;
        return layout;
    }
    const double height = frame.px(footer_height_mm),
                 below = frame.px(below_footer_mm(frame, view));
    layout.buttons = {layout.column.x, view.bottom() - below - height, layout.column.w, height};
    layout.window.h = layout.buttons.y - below_window - view.y;
    return layout;
}

// The title on every page but the first. A low view has no space for it.
TextLayout layout_page_title(const Frame& frame, const ViewLayout& layout,
                             const std::string& title) {
    if (title.empty() || layout.is_beside) return nullptr;
    return frame.fit_lines(title, frame.theme.page_style(text_style::page_title), layout.column.w,
                           1);
}

double page_title_gap(const Frame& frame) {
    return frame.px(page_title_gap_mm * frame.theme.page_scale());
}

double page_title_height(const Frame& frame, const TextLayout& title) {
    return title ? std::ceil(title->height + page_title_gap(frame)) : 0;
}

// Returns the heights of pages that have `title_height` pixels less below the first one.
PageHeights page_heights(const Frame& frame, const render::Rect& window, double title_height) {
    return {window.h, window.h - title_height, window.bottom() - frame.reachable_area().y};
}

Pages find_pages(Frame& frame, const ViewLayout& layout, const DrawColumn& draw,
                 double title_height, FirstPage first_page) {
    ColumnParts parts;
    const render::Rect column{layout.column.x, 0, layout.column.w, layout.column.h};
    const double height = frame.measure_parts([&] { return draw(column); }, parts);
    const bool is_at_end = begins_above_reach(frame, layout.window);
    render::Rect page = layout.window;
    if (is_at_end) page.h -= frame.px(edge_mm);
    const PageHeights heights = page_heights(frame, page, title_height);
    Pages pages;
    pages.spans = find_pages(std::move(parts), height, heights, first_page);
    if (is_at_end) pages.column_y = std::floor(heights.first - pages.spans.front().bottom);
    for (const VerticalSpan& span : pages.spans) {
        const double offset = is_at_end ? std::floor(span.bottom + pages.column_y - heights.first)
                                        : std::floor(span.top) - title_height;
        pages.offsets.push_back(pages.offsets.empty() ? 0 : offset);
    }
    pages.offset =
        std::round(std::min(frame.px(session::top_scroll_mm(frame.state)), pages.offsets.back()));
    return pages;
}

// Returns where a page ends in the column: at its last block, so that nothing of the gap after that
// is drawn, except the edge of the block.
double page_end(const Frame& frame, const Pages& pages, std::size_t index) {
    const double end = pages.spans[index].bottom + frame.px(edge_mm);
    return index + 1 < pages.spans.size() ? std::min(end, pages.spans[index + 1].top) : end;
}

// Draws the ends of the cards that a page divides, so that no card looks cut off. They are in the
// space around `page`, of which there is `room_above` above it.
void draw_card_ends(Frame& frame, const render::Rect& page, double room_above) {
    const double below = frame.px(card_end_mm), above = std::min(below, room_above);
    for (const Frame::DividedCard& card : std::exchange(frame.divided_cards, {})) {
        const auto draw = [&](const render::Rect& end) {
            frame.push_clip(end);
            const double top = std::max(card.rect.y, page.y - above),
                         bottom = std::min(card.rect.bottom(), page.bottom() + below);
            frame.draw_rounded_rect({card.rect.x, top, card.rect.w, bottom - top}, end.h,
                                    card.color, card.edge, card.edge_px);
            frame.pop_clip();
        };
        if (card.rect.y < page.y && above > 0)
            draw({card.rect.x, page.y - above, card.rect.w, above});
        if (card.rect.bottom() > page.bottom())
            draw({card.rect.x, page.bottom(), card.rect.w, below});
    }
}

// Draws the column and the title above it. A page ends with its last block, except while the column
// moves.
void draw_pages(Frame& frame, const ViewLayout& layout, const DrawColumn& draw, const Pages& pages,
                const TextLayout& title, render::Color background) {
    const render::Rect& window = layout.window;
    const double offset =
        frame.moving_scroll_mm
            ? std::round(std::min(frame.px(*frame.moving_scroll_mm), pages.offsets.back()))
            : pages.offset;
    const double column_y = window.y + pages.column_y - offset;
    const std::size_t index = pages.index_at(offset);
    const bool is_at_page = pages.is_at_page(offset), is_last = index + 1 == pages.spans.size();
    const double first_title_mm = 34; // the large title is above the view
    const bool is_below_first_title =
        offset > std::min(pages.offsets.back(), frame.px(first_title_mm)) - 1;
    const bool has_title =
        title &&
        (is_at_page ? index > 0 : is_below_first_title && !begins_above_reach(frame, window));
    render::Rect visible = window;
    if (is_at_page)
        visible.y = std::floor(column_y + pages.spans[index].top);
    else if (has_title)
        visible.y += page_title_height(frame, title);
    const double end =
        is_at_page && !is_last ? column_y + page_end(frame, pages, index) : window.bottom();
    visible.h = std::min(end, window.bottom()) - visible.y;
    frame.push_clip(visible);
    frame.divided_cards.clear();
    draw({layout.column.x, column_y, layout.column.w, layout.column.h});
    frame.pop_clip();
    if (is_at_page)
        draw_card_ends(frame, visible.rounded(), has_title ? page_title_gap(frame) / 2 : window.y);
    else
        draw_fades(frame, layout.column, visible, offset > scroll_tolerance_px, !is_last,
                   background);
    if (!has_title) return;
    const double title_y = visible.y - page_title_height(frame, title) + page_title_gap(frame) / 2;
    frame.draw_text(title, {layout.column.x, title_y, layout.column.w, 0}, Align::start,
                    frame.palette().text, background, Role::heading);
}

// Draws a column that needs no pages. Returns false and draws nothing if it needs some.
bool draw_whole_column(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw,
                       const ScrollStyle& style) {
    render::Rect column = centered_column(view, width);
    if (!begins_above_reach(frame, view)) {
        const double height = measure_fitting_column(frame, column, draw);
        if (height > view.h + scroll_tolerance_px) return false;
        if (style.is_centered) column.y += std::floor((view.h - height) / 2);
    } else {
        ColumnParts parts;
        const render::Rect at_top{column.x, 0, column.w, column.h};
        const double height = frame.measure_parts([&] { return draw(at_top); }, parts);
        const PageHeights heights = page_heights(frame, view, 0);
        if (find_pages(std::move(parts), height, heights).size() > 1) return false;
        column.y += std::floor(heights.first - height);
    }
    draw(column);
    return true;
}

} // namespace

render::Rect first_page_rect(const Frame& frame, const render::Rect& view, double width) {
    const ViewLayout layout = lay_out_view(frame, view, width);
    return {layout.column.x, view.y, layout.column.w, layout.window.h};
}

void draw_scroll_view(Frame& frame, const render::Rect& view, double width, const DrawColumn& draw,
                      const ScrollStyle& style) {
    if (draw_whole_column(frame, view, width, draw, style)) return;
    const ViewLayout layout = lay_out_view(frame, view, width);
    const TextLayout page_title = layout_page_title(frame, layout, style.title);
    const Pages pages =
        find_pages(frame, layout, draw, page_title_height(frame, page_title), style.first_page);
    frame.scroll_region = {frame.mirror(layout.window), frame.theme.mm(pages.offsets.back()), {}};
    for (const double offset : pages.offsets)
        frame.scroll_region.pages_mm.push_back(frame.theme.mm(offset));
    draw_pages(frame, layout, draw, pages, page_title, style.background);
    if (layout.is_beside)
        draw_stacked_buttons(frame, layout.buttons, pages, style.background);
    else
        draw_footer(frame, layout.buttons, pages, style.background);
}

} // namespace ui
