#include "ui/screens/screens.hpp"
#include "ui/strings.hpp"
#include "ui/widgets/blocks.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/section_card.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace ui {

namespace {

// An arrangement of the page. Each suits a different amount of space.
struct HomeLayout {
    StripDetail strip_detail;
    CardShape card_shape;
    // Whether the school and the line below the headline are shown, in a large headline.
    bool has_all_texts;
    // Whether the texts are beside the cards and not above them.
    bool is_side_by_side;
    std::size_t column_count;
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

// The last card of each row takes the rest of its row. On a page with cards below its texts, a
// prominent card has a row of its own.
Grid arrange_cards(const Frame& frame, const HomeLayout& layout) {
    const bool has_own_row = layout.card_shape == CardShape::tall;
    Grid grid;
    std::size_t column = layout.column_count;
    for (const content::Section& section : frame.content.sections) {
        if (!session::can_show(frame.state, section.audience)) continue;
        if (column >= layout.column_count || (section.prominent && has_own_row)) {
            grid.emplace_back();
            column = 0;
        }
        grid.back().push_back({&section, column, 1});
        ++column;
    }
    for (auto& row : grid) row.back().span = layout.column_count - row.back().column;
    return grid;
}

TextLayout layout_headline(const Frame& frame, double width, bool is_large) {
    const std::string text = frame.translate(frame.content.home.headline);
    if (!is_large) return frame.fit_lines(text, text_style::heading, width, 1);
    TextStyle style = text_style::headline;
    if (frame.theme.is_wide()) style.em_mm = 24.8;
    return frame.balance_lines(frame.fit_lines(text, style, width, 2));
}

// Draws texts from the top of a column to its bottom.
class TextColumn {
public:
    TextColumn(Frame& frame, const render::Rect& column)
        : frame_(frame), column_(column), y_(column.y) {}

    void draw(const TextLayout& layout, render::Color color, Role role = Role::text) {
        frame_.draw_text(layout, {column_.x, y_, column_.w, 0}, Align::start, color,
                         frame_.palette().background, role);
        y_ += layout->height;
    }
    void draw_with_icon(std::string_view icon, const std::string& text, const TextStyle& style) {
        const Palette& palette = frame_.palette();
        y_ += draw_icon_row(frame_, icon, text, {column_.x, y_, column_.w, 0}, style,
                            palette.accent, palette.accent, palette.background);
    }
    void add_gap(double mm) { y_ += frame_.px(mm); }
    double height() const { return y_ - column_.y; }

private:
    Frame& frame_;
    render::Rect column_;
    double y_;
};

// Draws the school, the headline, the line below it and the notes about privacy and a draft
// translation. Returns the height in pixels.
double draw_welcome(Frame& frame, const render::Rect& column, const HomeLayout& layout) {
    const Palette& palette = frame.palette();
    const content::Home& home = frame.content.home;
    TextColumn texts(frame, column);
    if (layout.has_all_texts) {
        texts.draw(frame.fit_lines(frame.translate(frame.content.site.school),
                                   text_style::card_subtitle, column.w, 2),
                   palette.secondary_text);
        texts.add_gap(2);
    }
    texts.draw(layout_headline(frame, column.w, layout.has_all_texts), palette.text, Role::heading);
    if (layout.has_all_texts) {
        texts.add_gap(3);
        texts.draw(frame.balance_lines(
                       frame.layout_text(frame.translate(home.line), text_style::body, column.w)),
                   palette.secondary_text);
        texts.add_gap(4);
    }
    texts.draw_with_icon("lock", frame.translate(home.privacy),
                         layout.has_all_texts ? text_style::button : text_style::small_button);
    // Where there is little space, only the pages say so.
    if (layout.has_all_texts && frame.language.is_draft()) {
        texts.add_gap(1);
        texts.draw_with_icon("info", frame.translate(draft_notice), text_style::small_button);
    }
    return texts.height();
}

// The titles of all cards get the same size, in which all fit.
int smallest_title_px(const Frame& frame, const Grid& grid, const Columns& columns,
                      CardShape shape) {
    int px = std::numeric_limits<int>::max();
    for (const auto& row : grid)
        for (const Cell& cell : row)
            px = std::min(px, card_title_px(frame, *cell.section, columns.width_of(cell), shape));
    return px;
}

CardStyle card_style(const Frame& frame, const Grid& grid, const Columns& columns,
                     CardShape shape) {
    const RowKey key{&frame.content.sections, columns.width, static_cast<int>(shape)};
    return {shape, static_cast<int>(frame.remember(
                       key, [&] { return smallest_title_px(frame, grid, columns, shape); }))};
}

// A card that takes a whole row of several columns has its icon beside its texts.
CardStyle cell_style(const CardStyle& style, const Cell& cell) {
    CardStyle result = style;
    if (cell.span > 1)
        result.shape = style.shape == CardShape::tall ? CardShape::flat : style.shape;
    return result;
}

// Returns the heights of the rows, which together have `spare` pixels more than they need.
std::vector<double> row_heights(const Frame& frame, const Grid& grid, const Columns& columns,
                                const CardStyle& style, double spare) {
    std::vector<double> heights;
    double weights = 0;
    const auto weight = [&](const std::vector<Cell>& row) {
        return row.front().span > 1 ? 0.6 : 1.0;
    };
    heights.reserve(grid.size());
    for (const auto& row : grid) {
        const auto find_height = [&] {
            double height = 0;
            for (const Cell& cell : row)
                height = std::max(height, card_height(frame, *cell.section, columns.width_of(cell),
                                                      cell_style(style, cell)));
            return height;
        };
        heights.push_back(frame.remember(
            {row.front().section, columns.width, static_cast<int>(style.shape)}, find_height));
        weights += weight(row);
    }
    constexpr double max_growth_mm = 26;
    for (std::size_t i = 0; i < grid.size(); ++i)
        heights[i] += std::floor(
            std::min(spare * weight(grid[i]) / weights, frame.px(max_growth_mm) * weight(grid[i])));
    return heights;
}

// Draws a grid of cards. The rows grow by `spare` pixels in total. Returns the height in pixels.
double draw_cards(Frame& frame, const render::Rect& column, const HomeLayout& layout,
                  double spare) {
    const bool has_subtitles =
        layout.card_shape == CardShape::tall || layout.card_shape == CardShape::flat;
    const double gap = frame.px(has_subtitles ? 5.2 : 2.6);
    const auto count = static_cast<double>(layout.column_count);
    const Columns columns{(column.w - gap * (count - 1)) / count, gap};
    const Grid grid = arrange_cards(frame, layout);
    if (grid.empty()) return 0;
    const CardStyle style = card_style(frame, grid, columns, layout.card_shape);
    const std::vector<double> heights = row_heights(frame, grid, columns, style, spare);
    double y = column.y;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        const auto draw_cells = [&](const render::Rect& row) {
            for (const Cell& cell : grid[i])
                draw_section_card(frame, *cell.section,
                                  {row.x + static_cast<double>(cell.column) * (columns.width + gap),
                                   row.y, columns.width_of(cell), heights[i]},
                                  cell_style(style, cell));
            return heights[i];
        };
        // A row with other columns, shapes or heights is another arrangement.
        constexpr int shape_count = 4, max_columns = 8;
        const int arrangement = static_cast<int>(layout.card_shape) +
                                shape_count * (static_cast<int>(layout.column_count) +
                                               max_columns * static_cast<int>(heights[i]));
        y += frame.draw_row(grid[i].front().section, {column.x, y, column.w, 0}, draw_cells,
                            arrangement) +
             gap;
    }
    return y - gap - column.y;
}

// Draws the texts and the cards side by side. The texts are in the middle of the height of the
// cards.
double draw_side_by_side(Frame& frame, const render::Rect& column, const HomeLayout& layout,
                         double spare) {
    constexpr double text_fraction = 0.345;
    const double gap = frame.px(10), width = std::floor((column.w - gap) * text_fraction);
    const render::Rect right{column.x + width + gap, column.y, column.w - width - gap, 0};
    const double text_height = frame.measure([&] {
        return draw_welcome(frame, {0, 0, width, 0}, layout);
    });
    const double cards_height =
        frame.measure([&] { return draw_cards(frame, right, layout, spare); });
    const double height = std::max(text_height, cards_height);
    draw_welcome(frame, {column.x, column.y + std::floor((height - text_height) / 2), width, 0},
                 layout);
    draw_cards(frame, right, layout, spare);
    return height;
}

double home_edge(const Frame& frame, const HomeLayout& layout) {
    return frame.px(!layout.has_all_texts ? 1.7 : layout.is_side_by_side ? 5 : 8);
}

// On a panel that is mounted high, draws the texts in the middle of what is above the cards, up to
// the top of the screen, and the cards at the bottom of `view`, which is within reach. Returns
// false and draws nothing if the panel is not mounted high or not all fits.
bool draw_texts_above_reach(Frame& frame, const render::Rect& view, double width,
                            const HomeLayout& layout) {
    if (layout.is_side_by_side || view.y < 1) return false;
    const double edge = home_edge(frame, layout), x = view.x + (view.w - width) / 2;
    const double text_height = frame.measure([&] {
        return draw_welcome(frame, {x, 0, width, 0}, layout);
    });
    const auto measure_cards = [&](double spare) {
        return frame.measure([&] { return draw_cards(frame, {x, 0, width, 0}, layout, spare); });
    };
    const double highest = std::max(view.y, text_height + 2 * edge),
                 spare = view.bottom() - edge - highest - measure_cards(0);
    if (spare < 0) return false;
    const double y = view.bottom() - edge - measure_cards(spare);
    draw_welcome(frame, {x, std::floor((y - text_height) / 2), width, 0}, layout);
    draw_cards(frame, {x, y, width, 0}, layout, spare);
    return true;
}

double draw_home_body(Frame& frame, const render::Rect& column, const HomeLayout& layout,
                      double spare) {
    const double edge = home_edge(frame, layout);
    const render::Rect inner{column.x, column.y + edge, column.w, 0};
    if (layout.is_side_by_side) return draw_side_by_side(frame, inner, layout, spare) + 2 * edge;
    const double top =
        draw_welcome(frame, inner, layout) + frame.px(layout.has_all_texts ? 8 : 1.5);
    return top + draw_cards(frame, {inner.x, inner.y + top, inner.w, 0}, layout, spare) + 2 * edge;
}

std::vector<HomeLayout> home_layouts(const Frame& frame) {
    const auto full = StripDetail::full, small = StripDetail::digits_only;
    if (frame.theme.is_wide())
        return {{full, CardShape::flat, true, true, 2},
                {small, CardShape::flat, true, true, 2},
                {small, CardShape::compact, false, false, 3},
                {small, CardShape::row, false, false, 3},
                {small, CardShape::row, false, false, 2}};
    return {
        {full, CardShape::tall, true, false, 2},     {full, CardShape::flat, true, false, 2},
        {small, CardShape::tall, true, false, 2},    {small, CardShape::flat, true, false, 2},
        {small, CardShape::compact, true, false, 2}, {small, CardShape::compact, false, false, 2},
        {small, CardShape::row, false, false, 2},    {small, CardShape::row, false, false, 1}};
}

} // namespace

void draw_home(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect page = draw_bottom_bar(frame);
    const double width = page.w - 2 * frame.theme.margin();
    const std::vector<HomeLayout> layouts = home_layouts(frame);
    for (const HomeLayout& layout : layouts) {
        const bool is_last = &layout == &layouts.back();
        if (layout.strip_detail == StripDetail::full && !has_full_strip(frame, page)) continue;
        const render::Rect view =
            frame.measure([&] { return draw_tear_off_strip(frame, page, layout.strip_detail); });
        if (draw_texts_above_reach(frame, view, width, layout)) {
            draw_tear_off_strip(frame, page, layout.strip_detail);
            return;
        }
        const double height = frame.measure([&] {
            return draw_home_body(frame, {0, 0, width, 0}, layout, 0);
        });
        if (height > view.h && !is_last) continue;
        const double spare = std::max(0.0, view.h - height);
        draw_scroll_view(
            frame, view, width,
            [&](const render::Rect& column) {
                return draw_home_body(frame, column, layout, spare);
            },
            frame.palette().background, true);
        draw_tear_off_strip(frame, page, layout.strip_detail);
        return;
    }
}

} // namespace ui
