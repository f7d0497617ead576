#include "ui/screens/screens.hpp"
#include "ui/strings.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/header.hpp"
#include "ui/widgets/pill.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/section_card.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

// An arrangement of the page. Each suits a different amount of space.
struct HomeLayout {
    StripDetail strip_detail;
    CardShape card_shape;
    // Whether the cards come before the text about them. On a page that scrolls, they are then
    // visible at once.
    bool has_cards_first;
};

// A card and its position in its row.
struct Cell {
    const content::Section* section;
    std::size_t column;
    std::size_t span; // number of columns
};
using Grid = std::vector<std::vector<Cell>>; // rows of cells

struct Columns {
    double width; // of each column, in pixels
    double gap;   // between columns, in pixels

    double width_of(const Cell& cell) const {
        return width * static_cast<double>(cell.span) + gap * static_cast<double>(cell.span - 1);
    }
};

Grid arrange_cards(const Frame& frame, std::size_t columns) {
    Grid grid;
    std::size_t column = columns;
    for (const content::Section& section : frame.content.sections) {
        if (!frame.content.can_show(section.audience)) continue;
        if (column >= columns) {
            grid.emplace_back();
            column = 0;
        }
        const std::size_t span = section.prominent ? columns - column : 1;
        grid.back().push_back({&section, column, span});
        column += span;
    }
    return grid;
}

TextLayout layout_headline(const Frame& frame, double width) {
    const std::string text = frame.translate(frame.content.home.headline);
    const TextStyle& style = is_compact(frame) ? text_style::heading : text_style::headline;
    return frame.balance_lines(frame.fit_lines(text, style, width, is_compact(frame) ? 1 : 2));
}

double draw_headline(Frame& frame, const render::Rect& column) {
    const TextLayout layout = layout_headline(frame, column.w);
    frame.draw_text(layout, column, Align::start, frame.palette().text, frame.palette().background,
                    Role::heading);
    return layout->height;
}

// Draws the line below the headline and the notes about privacy and a draft translation.
double draw_subtitle_and_pills(Frame& frame, const render::Rect& column) {
    double y = column.y;
    const TextLayout subtitle = frame.avoid_widow(
        frame.layout_text(frame.translate(frame.content.home.line), text_style::body, column.w));
    frame.draw_text(subtitle, {column.x, y, column.w, 0}, Align::start,
                    frame.palette().secondary_text, frame.palette().background);
    y += subtitle->height + frame.px(5);
    y += draw_pill(frame, {column.x, y, column.w, 0}, "lock",
                   frame.translate(frame.content.home.privacy));
    if (frame.language.is_draft()) {
        y += frame.px(3);
        y += draw_pill(frame, {column.x, y, column.w, 0}, "info", frame.translate(draft_notice));
    }
    return y - column.y;
}

double draw_welcome(Frame& frame, const render::Rect& column) {
    const double top = draw_headline(frame, column) + frame.px(2);
    return top + draw_subtitle_and_pills(frame, {column.x, column.y + top, column.w, 0});
}

int smallest_title_px(const Frame& frame, const Grid& grid, const Columns& columns,
                      CardShape shape) {
    int title_px = std::numeric_limits<int>::max();
    for (const auto& row : grid)
        for (const Cell& cell : row)
            title_px = std::min(title_px,
                                card_title_px(frame, *cell.section, columns.width_of(cell), shape));
    return title_px;
}

// Cards of another shape are another arrangement of the same sections.
RowKey card_key(const void* content, const Columns& columns, CardShape shape) {
    return {content, columns.width, static_cast<int>(shape)};
}

// The titles of all cards get the same size, in which all fit.
CardStyle card_style(const Frame& frame, const Grid& grid, const Columns& columns,
                     CardShape shape) {
    const RowKey key = card_key(&frame.content.sections, columns, shape);
    return {shape, static_cast<int>(frame.remember(
                       key, [&] { return smallest_title_px(frame, grid, columns, shape); }))};
}

std::vector<double> min_row_heights(const Frame& frame, const Grid& grid, const Columns& columns,
                                    const CardStyle& style) {
    std::vector<double> heights;
    heights.reserve(grid.size());
    for (const auto& row : grid) {
        const auto find_height = [&] {
            double height = 0;
            for (const Cell& cell : row)
                height = std::max(height,
                                  card_height(frame, *cell.section, columns.width_of(cell), style));
            return height;
        };
        heights.push_back(
            frame.remember(card_key(row.front().section, columns, style.shape), find_height));
    }
    return heights;
}

// Distributes `spare` pixels of height over the rows. Rows of flat cards first grow to the height
// of the highest row.
void stretch_rows(const Frame& frame, std::vector<double>& heights, const Grid& grid,
                  CardShape shape, double spare) {
    const bool is_tall = shape == CardShape::tall;
    const double max_height = *std::ranges::max_element(heights);
    double missing_height = 0;
    for (const double height : heights) missing_height += max_height - height;
    if (!is_tall && missing_height > 0) {
        const double fraction = std::min(1.0, spare / missing_height);
        for (double& height : heights) height += std::floor(fraction * (max_height - height));
        spare -= fraction * missing_height;
    }
    const double extra =
        std::floor(std::min(spare / static_cast<double>(grid.size()), frame.px(is_tall ? 22 : 10)));
    for (std::size_t i = 0; i < grid.size(); ++i)
        heights[i] += is_tall && grid[i].front().section->prominent ? extra / 2 : extra;
}

// Draws a grid of cards with `count` columns. A prominent card takes the rest of its row. The rows
// grow by `spare` pixels in total. Returns the height in pixels.
double draw_cards(Frame& frame, const render::Rect& column, std::size_t count, CardShape shape,
                  double spare) {
    const double gap = frame.px(is_compact(frame) ? metric::gap : metric::gap * 1.4);
    const Columns columns{
        (column.w - gap * static_cast<double>(count - 1)) / static_cast<double>(count), gap};
    const Grid grid = arrange_cards(frame, count);
    if (grid.empty()) return 0;
    const CardStyle style = card_style(frame, grid, columns, shape);
    std::vector<double> heights = min_row_heights(frame, grid, columns, style);
    stretch_rows(frame, heights, grid, shape, spare);
    double y = column.y;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        const auto draw_cells = [&](const render::Rect& row) {
            for (const Cell& cell : grid[i])
                draw_section_card(frame, *cell.section,
                                  {row.x + static_cast<double>(cell.column) * (columns.width + gap),
                                   row.y, columns.width_of(cell), heights[i]},
                                  style);
            return heights[i];
        };
        frame.draw_row(grid[i].front().section, {column.x, y, column.w, 0}, draw_cells,
                       static_cast<int>(shape));
        y += heights[i] + gap;
    }
    return y - gap - column.y;
}

// Draws the text and the cards side by side, both centered vertically.
double draw_home_side_by_side(Frame& frame, const render::Rect& column, CardShape shape,
                              double spare) {
    const double gap = frame.px(10), width = (column.w - gap) * 0.46;
    const render::Rect right_column{column.x + width + gap, 0, column.w - width - gap, 0};
    const auto draw_left = [&](double y) { return draw_welcome(frame, {column.x, y, width, 0}); };
    const auto draw_right = [&](double y) {
        return draw_cards(frame, {right_column.x, y, right_column.w, 0}, 2, shape, spare);
    };
    const double text_height = frame.measure([&] { return draw_left(0); }),
                 cards_height = frame.measure([&] { return draw_right(0); });
    const double height = std::max(text_height, cards_height);
    draw_left(column.y + (height - text_height) / 2);
    draw_right(column.y + (height - cards_height) / 2);
    return height + frame.px(6);
}

// Draws the headline, the cards, and then the other texts, which may be visible only after
// scrolling.
double draw_cards_first(Frame& frame, const render::Rect& column, CardShape shape, double spare) {
    const auto below = [&](double height) {
        return render::Rect{column.x, column.y + height, column.w, 0};
    };
    double height = draw_headline(frame, column) + frame.px(1);
    const std::size_t count = frame.theme.is_wide() && column.w > frame.px(150) ? 3 : 2;
    height += draw_cards(frame, below(height), count, shape, spare) + frame.px(metric::gap);
    return height + draw_subtitle_and_pills(frame, below(height)) + frame.px(2);
}

// Draws the text beside the cards on a wide panel, and otherwise above them.
double draw_home_body(Frame& frame, const render::Rect& column, const HomeLayout& layout,
                      double spare) {
    if (layout.has_cards_first || is_compact(frame))
        return draw_cards_first(frame, column, layout.card_shape, spare);
    if (frame.theme.is_wide())
        return draw_home_side_by_side(frame, column, layout.card_shape, spare);
    const double top = draw_welcome(frame, column) + frame.px(7);
    const render::Rect cards_column{column.x, column.y + top, column.w, 0};
    return top +
           draw_cards(frame, cards_column, column.w > frame.px(110) ? 2 : 1, layout.card_shape,
                      spare) +
           frame.px(6);
}

} // namespace

void draw_home(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect page = draw_home_header(frame, draw_bottom_bar(frame));
    const double width = page.w - 2 * frame.theme.margin();
    const HomeLayout layouts[] = {{StripDetail::full, CardShape::tall, false},
                                  {StripDetail::full, CardShape::flat, false},
                                  {StripDetail::digits_only, CardShape::flat, false},
                                  {StripDetail::digits_only, CardShape::flat, true}};
    for (const HomeLayout& layout : layouts) {
        const auto make_draw_body = [&](double spare) {
            return [&, spare](const render::Rect& column) {
                return draw_home_body(frame, column, layout, spare);
            };
        };
        const render::Rect view =
            frame.measure([&] { return draw_tear_off_strip(frame, page, layout.strip_detail); });
        const double height = frame.measure([&] {
            return draw_home_body(frame, {0, 0, width, 0}, layout, 0);
        });
        const bool is_last = &layout == std::end(layouts) - 1;
        if (height > view.h && !is_last) continue;
        const double spare = std::max(0.0, view.h - height) * 0.8;
        draw_scroll_view(frame, view, width, make_draw_body(spare), frame.palette().background,
                         true);
        draw_tear_off_strip(frame, page, layout.strip_detail);
        return;
    }
}

} // namespace ui
