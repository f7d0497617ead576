#include "ui/widgets/scroll_view.hpp"

#include "ui/widgets/page_buttons.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ui {

namespace {

// The row of buttons below the column.
constexpr double footer_height_mm = 22;
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

// The pages of a column.
struct Pages : PageOffsets {
    std::vector<VerticalSpan> spans; // in the column
    double column_y = 0;             // where the column is in the window with an offset of 0
};

render::Rect centered_column(const render::Rect& view, double width) {
    const double w = std::min(width, view.w);
    return {view.x + (view.w - w) / 2, view.y, w, view.h};
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

// A page of a view that begins above what is within reach is so low that what can be touched is
// within reach.
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
    const double gap = frame.px(metric::gap), side = stacked_page_button_width(frame);
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

// A page without a title does not begin at the edge of the screen.
double page_title_height(const Frame& frame, const ViewLayout& layout, const TextLayout& title) {
    constexpr double top_gap_mm = 2.5;
    if (title) return std::ceil(title->height + page_title_gap(frame));
    return layout.window.y < 1 ? std::ceil(frame.px(top_gap_mm)) : 0;
}

// Returns the heights of pages that have `title_height` pixels less below the first one.
PageHeights page_heights(const Frame& frame, const render::Rect& window, double title_height) {
    return {window.h, window.h - title_height, window.bottom() - frame.reachable_area().y};
}

// Returns how much lower than the top of its window a page begins, so that its targets are within
// reach. `column_y` is where the column is in the window if the page begins at its top.
double space_above_page(const Frame& frame, const render::Rect& window, const ColumnParts& parts,
                        const VerticalSpan& page, double column_y) {
    const double target = parts.first_target(page);
    if (!begins_above_reach(frame, window) || !std::isfinite(target)) return 0;
    return std::ceil(std::max(0.0, frame.reachable_area().y - (window.y + column_y + target)));
}

Pages find_pages(Frame& frame, const ViewLayout& layout, const DrawColumn& draw,
                 double title_height, FirstPage first_page) {
    ColumnParts parts;
    const render::Rect column{layout.column.x, 0, layout.column.w, layout.column.h};
    const double height = frame.measure_parts([&] { return draw(column); }, parts);
    render::Rect page = layout.window;
    if (begins_above_reach(frame, layout.window)) page.h -= frame.px(edge_mm);
    const PageHeights heights = page_heights(frame, page, title_height);
    Pages pages;
    pages.spans = find_pages(parts, height, heights, first_page);
    for (const VerticalSpan& span : pages.spans) {
        const bool is_first = pages.offsets.empty();
        const double titles_height =
            is_first ? 0 : title_height + repeated_title_height(parts.titled_parts, span.top);
        const double top = titles_height - std::floor(span.top); // of the column in the window
        const double y = top + space_above_page(frame, layout.window, parts, span, top);
        if (is_first) pages.column_y = y;
        pages.offsets.push_back(pages.column_y - y);
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
// space around `page`, of which there is `room_above` above it, unless a title is repeated there.
void draw_card_ends(Frame& frame, const render::Rect& page, double room_above,
                    double title_height) {
    const double below = frame.px(card_end_mm),
                 above = title_height > 0 ? title_height : std::min(below, room_above);
    for (const Frame::DividedCard& card : std::exchange(frame.divided_cards, {})) {
        const auto draw = [&](const render::Rect& end) {
            frame.push_clip(end);
            const double top = std::max(card.rect.y, page.y - above),
                         bottom = std::min(card.rect.bottom(), page.bottom() + below);
            frame.draw_rounded_rect({card.rect.x, top, card.rect.w, bottom - top},
                                    std::min(end.h, frame.px(metric::radius)), card.color,
                                    card.edge, card.edge_px);
            frame.pop_clip();
        };
        if (card.rect.y < page.y && above > 0)
            draw({card.rect.x, page.y - above, card.rect.w, above});
        if (card.rect.bottom() > page.bottom())
            draw({card.rect.x, page.bottom(), card.rect.w, below});
    }
}

// Draws a title that is also on an earlier page.
void draw_title_again(Frame& frame, const TextLayout& title, const render::Rect& box,
                      render::Color color, render::Color background) {
    frame.draw_text(title, box, Align::start, color, background, Role::heading);
    frame.mark_as_unread();
}

// Draws what is around a page: the ends of divided cards, and the title of the card or list that
// began on an earlier page. `room_above` is the space above the page without this title, whose
// height in pixels is returned.
double draw_page_ends(Frame& frame, const render::Rect& column, const render::Rect& page,
                      double room_above) {
    if (frame.titles_above.empty()) {
        draw_card_ends(frame, page, room_above, 0);
        return 0;
    }
    const Frame::PartTitle& title = frame.titles_above.front();
    draw_card_ends(frame, page, room_above, title.height());
    const render::Rect box{column.x + title.inset, page.y - title.height() + title.above,
                           column.w - 2 * title.inset, 0};
    draw_title_again(frame, title.text, box, title.color, title.background);
    return title.height();
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
        visible.y += page_title_height(frame, layout, title);
    const double end =
        is_at_page && !is_last ? column_y + page_end(frame, pages, index) : window.bottom();
    visible.h = std::min(end, window.bottom()) - visible.y;
    frame.push_clip(visible);
    frame.divided_cards.clear();
    frame.titles_above.clear();
    draw({layout.column.x, column_y, layout.column.w, layout.column.h});
    frame.pop_clip();
    double above_page = has_title ? page_title_gap(frame) / 2 : visible.y;
    if (is_at_page)
        above_page += draw_page_ends(frame, layout.column, visible.rounded(), above_page);
    else
        draw_fades(frame, layout.column, visible, offset > scroll_tolerance_px, !is_last,
                   background);
    if (!has_title) return;
    // On a panel that is mounted high, a page may begin lower, but not its title.
    const double title_y = begins_above_reach(frame, window)
                               ? window.y + page_title_gap(frame) / 2
                               : visible.y - above_page - title->height;
    draw_title_again(frame, title, {layout.column.x, title_y, layout.column.w, 0},
                     frame.palette().text, background);
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
        if (find_pages(parts, height, heights).size() > 1) return false;
        column.y += space_above_page(frame, view, parts, {0, height}, 0);
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
    const Pages pages = find_pages(frame, layout, draw,
                                   page_title_height(frame, layout, page_title), style.first_page);
    frame.scroll_region = {frame.mirror(layout.window), frame.theme.mm(pages.offsets.back()), {}};
    for (const double offset : pages.offsets)
        frame.scroll_region.pages_mm.push_back(frame.theme.mm(offset));
    draw_pages(frame, layout, draw, pages, page_title, style.background);
    if (layout.is_beside)
        draw_stacked_page_buttons(frame, layout.buttons, pages, style.background);
    else
        draw_page_button_row(frame, layout.buttons, pages, style.background);
}

} // namespace ui
