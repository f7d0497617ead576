#include "ui/screens/screens.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/draft.hpp"
#include "ui/widgets/header.hpp"
#include "ui/widgets/pill.hpp"
#include "ui/widgets/scroll.hpp"
#include "ui/widgets/strip.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

// How the same things are arranged where there is more or less room.
struct Plan {
    StripSize strip;
    CardShape cards;
    bool cards_first; // before the words about them: whoever must scroll sees them at once
};

// A card's place in its row.
struct Cell {
    const content::Section* section;
    std::size_t column, span;
};
using Grid = std::vector<std::vector<Cell>>;

struct Columns {
    double one, gap; // width of each, pixels

    double width_of(const Cell& cell) const {
        return one * static_cast<double>(cell.span) + gap * static_cast<double>(cell.span - 1);
    }
};

Grid place_cards(const Frame& frame, std::size_t columns) {
    Grid grid;
    std::size_t column = columns;
    for (const content::Section& section : frame.content.sections) {
        if (!frame.content.shows(section.audience)) continue;
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

Written headline_words(const Frame& frame, double width) {
    const std::string words = frame.say(frame.content.home.headline);
    const Type& type = is_tight(frame) ? type::heading : type::headline;
    const Written one = frame.fit(words, type, width);
    constexpr double still_large = 0.7;
    if (is_tight(frame) && one->setting.px >= still_large * frame.theme.em(type)) return one;
    return frame.balanced(frame.fit(words, type, width, 2));
}

double headline(Frame& frame, const Rect& column) {
    const Written words = headline_words(frame, column.w);
    frame.write(words, column, Align::start, frame.colours().ink, frame.colours().ground, Role::heading);
    return words->height;
}

// The one line, and what is and is not private.
double line_and_pills(Frame& frame, const Rect& column) {
    double y = column.y;
    const Written line = frame.tidy(frame.set(frame.say(frame.content.home.line), type::body, column.w));
    frame.write(line, {column.x, y, column.w, 0}, Align::start, frame.colours().quiet, frame.colours().ground);
    y += line->height + frame.px(5);
    y += pill(frame, {column.x, y, column.w, 0}, "lock", frame.say(frame.content.home.privacy));
    if (is_draft(frame)) {
        y += frame.px(3);
        y += pill(frame, {column.x, y, column.w, 0}, "info", frame.say(draft_words));
    }
    return y - column.y;
}

double welcome(Frame& frame, const Rect& column) {
    const double top = headline(frame, column) + frame.px(2);
    return top + line_and_pills(frame, {column.x, column.y + top, column.w, 0});
}

// All titles are as large as the smallest.
CardLook look_of(const Frame& frame, const Grid& grid, const Columns& columns, CardShape shape) {
    CardLook look{shape, std::numeric_limits<int>::max()};
    for (const auto& row : grid)
        for (const Cell& cell : row)
            look.title_px =
                std::min(look.title_px, title_px(frame, *cell.section, columns.width_of(cell), shape));
    return look;
}

std::vector<double> least_heights(const Frame& frame, const Grid& grid, const Columns& columns,
                                  const CardLook& look) {
    std::vector<double> heights;
    for (const auto& row : grid) {
        double& height = heights.emplace_back(0);
        for (const Cell& cell : row)
            height = std::max(height, card_height(frame, *cell.section, columns.width_of(cell), look));
    }
    return heights;
}

// Gives the rows their shares of `spare`. Those of flat cards become as high as the highest first.
void stretch(const Frame& frame, std::vector<double>& heights, const Grid& grid, CardShape shape,
             double spare) {
    const bool tall = shape == CardShape::tall;
    const double highest = *std::ranges::max_element(heights);
    double lacking = 0;
    for (const double height : heights) lacking += highest - height;
    if (!tall && lacking > 0) {
        const double share = std::min(1.0, spare / lacking);
        for (double& height : heights) height += std::floor(share * (highest - height));
        spare -= share * lacking;
    }
    const double more =
        std::floor(std::min(spare / static_cast<double>(grid.size()), frame.px(tall ? 22 : 10)));
    for (std::size_t i = 0; i < grid.size(); ++i)
        heights[i] += tall && grid[i].front().section->prominent ? more / 2 : more;
}

// A grid of cards; a prominent one takes all that is left of its row. `spare`: pixels of height that the rows
// share.
double cards(Frame& frame, const Rect& column, std::size_t count, CardShape shape, double spare) {
    const double gap = frame.px(is_tight(frame) ? size::gap : size::gap * 1.4);
    const Columns columns{(column.w - gap * static_cast<double>(count - 1)) / static_cast<double>(count), gap};
    const Grid grid = place_cards(frame, count);
    if (grid.empty()) return 0;
    const CardLook look = look_of(frame, grid, columns, shape);
    std::vector<double> heights = least_heights(frame, grid, columns, look);
    stretch(frame, heights, grid, shape, spare);
    double y = column.y;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        for (const Cell& cell : grid[i])
            card(frame, *cell.section,
                 {column.x + static_cast<double>(cell.column) * (columns.one + gap), y, columns.width_of(cell),
                  heights[i]},
                 look);
        y += heights[i] + gap;
    }
    return y - gap - column.y;
}

// Words and cards side by side, each in the middle of the height.
double home_side_by_side(Frame& frame, const Rect& column, CardShape shape, double spare) {
    const double gap = frame.px(10), width = (column.w - gap) * 0.46;
    const Rect right_column{column.x + width + gap, 0, column.w - width - gap, 0};
    const auto left = [&](double y) { return welcome(frame, {column.x, y, width, 0}); };
    const auto right = [&](double y) {
        return cards(frame, {right_column.x, y, right_column.w, 0}, 2, shape, spare);
    };
    const double words = frame.quietly([&] { return left(0); }),
                 buttons = frame.quietly([&] { return right(0); });
    const double height = std::max(words, buttons);
    left(column.y + (height - words) / 2);
    right(column.y + (height - buttons) / 2);
    return height + frame.px(6);
}

// The words about the cards come below them, where they may have to be scrolled to.
double home_cards_first(Frame& frame, const Rect& column, CardShape shape, double spare) {
    const auto below = [&](double height) { return Rect{column.x, column.y + height, column.w, 0}; };
    double height = headline(frame, column) + frame.px(1);
    const std::size_t count = frame.theme.is_wide() && column.w > frame.px(150) ? 3 : 2;
    height += cards(frame, below(height), count, shape, spare) + frame.px(size::gap);
    return height + line_and_pills(frame, below(height)) + frame.px(2);
}

// Side by side on a wide panel, else one above the other.
double home_body(Frame& frame, const Rect& column, const Plan& plan, double spare) {
    if (plan.cards_first || is_tight(frame)) return home_cards_first(frame, column, plan.cards, spare);
    if (frame.theme.is_wide()) return home_side_by_side(frame, column, plan.cards, spare);
    const double top = welcome(frame, column) + frame.px(7);
    const Rect rest{column.x, column.y + top, column.w, 0};
    return top + cards(frame, rest, column.w > frame.px(110) ? 2 : 1, plan.cards, spare) + frame.px(6);
}

} // namespace

void draw_home(Frame& frame) {
    frame.fill(frame.screen(), frame.colours().ground);
    const Rect page = home_header(frame, bar(frame));
    const double width = page.w - 2 * frame.theme.margin();
    const Plan plans[] = {{StripSize::full, CardShape::tall, false},
                          {StripSize::full, CardShape::flat, false},
                          {StripSize::digits_only, CardShape::flat, false},
                          {StripSize::digits_only, CardShape::flat, true}};
    for (const Plan& plan : plans) {
        const auto body = [&](double spare) {
            return [&, spare](const Rect& column) { return home_body(frame, column, plan, spare); };
        };
        const Rect view = frame.quietly([&] { return strip(frame, page, plan.strip); });
        const double height = frame.quietly([&] { return home_body(frame, {0, 0, width, 0}, plan, 0); });
        const bool last = &plan == std::end(plans) - 1;
        if (height > view.h && !last) continue;
        const double spare = std::max(0.0, view.h - height) * 0.8;
        scroll(frame, view, width, body(spare), frame.colours().ground, true);
        strip(frame, page, plan.strip);
        return;
    }
}

} // namespace ui
