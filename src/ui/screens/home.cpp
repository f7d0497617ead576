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

namespace ui {

namespace {

// How the same things are arranged where there is more or less room.
struct Plan {
    StripSize strip;
    CardShape cards;
};

// A card's place in its row.
struct Cell {
    const content::Section* section;
    std::size_t column, span;

    double width(double one, double gap) const {
        return one * static_cast<double>(span) + gap * static_cast<double>(span - 1);
    }
};
using Grid = std::vector<std::vector<Cell>>;

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

double headline(Frame& frame, const Rect& column) {
    const Type& type = frame.theme.is_low() ? type::heading : type::headline;
    const Written words = frame.balanced(frame.fit(frame.say(frame.content.home.headline), type, column.w, 2));
    frame.write(words, column, Align::start, frame.colours().ink, frame.colours().ground, Role::heading);
    return words->height;
}

// The one line, and what is and is not private.
double line_and_pills(Frame& frame, const Rect& column) {
    double y = column.y;
    const Written line = frame.set(frame.say(frame.content.home.line), type::body, column.w);
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

// A grid of cards; a prominent one takes all that is left of its row. `spare`: pixels of height that the rows
// share.
double cards(Frame& frame, const Rect& column, std::size_t columns, CardShape shape, double spare) {
    const double gap = frame.px(frame.theme.is_low() ? size::gap : size::gap * 1.4);
    const double width = (column.w - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const Grid grid = place_cards(frame, columns);
    const double more = std::floor(std::min(spare / static_cast<double>(grid.size()), frame.px(22)));
    double y = column.y;
    for (const auto& row : grid) {
        double height = 0;
        for (const Cell& cell : row)
            height = std::max(height, card_height(frame, *cell.section, cell.width(width, gap), shape));
        height += row.front().section->prominent ? more / 2 : more;
        for (const Cell& cell : row) {
            const Rect rect{column.x + static_cast<double>(cell.column) * (width + gap), y,
                            cell.width(width, gap), height};
            card(frame, *cell.section, rect, shape);
        }
        y += height + gap;
    }
    return y - gap - column.y;
}

// One above the other on a high panel; headline and cards first on a low one; else side by side.
double home_body(Frame& frame, const Rect& column, CardShape shape, double spare) {
    const auto below = [&](double height) { return Rect{column.x, column.y + height, column.w, 0}; };
    if (frame.theme.is_low()) {
        double height = headline(frame, column) + frame.px(1);
        height += cards(frame, below(height), column.w > frame.px(150) ? 3 : 2, shape, 0) + frame.px(size::gap);
        return height + line_and_pills(frame, below(height)) + frame.px(2);
    }
    if (!frame.theme.is_wide()) {
        const double height = welcome(frame, column) + frame.px(7);
        return height + cards(frame, below(height), column.w > frame.px(110) ? 2 : 1, shape, spare) +
               frame.px(6);
    }
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

} // namespace

void draw_home(Frame& frame) {
    frame.fill(frame.screen(), frame.colours().ground);
    const Rect page = home_header(frame, bar(frame));
    const double width = page.w - 2 * frame.theme.margin();
    const Plan plans[] = {{StripSize::full, CardShape::tall},
                          {StripSize::full, CardShape::flat},
                          {StripSize::digits_only, CardShape::flat}};
    for (const Plan& plan : plans) {
        const auto body = [&](double spare) {
            return [&, spare](const Rect& column) { return home_body(frame, column, plan.cards, spare); };
        };
        const Rect view = frame.quietly([&] { return strip(frame, page, plan.strip); });
        const double height = frame.quietly([&] { return home_body(frame, {0, 0, width, 0}, plan.cards, 0); });
        const bool last = &plan == std::end(plans) - 1;
        if (height > view.h && !last) continue;
        const double spare = plan.cards == CardShape::tall ? std::max(0.0, view.h - height) * 0.8 : 0;
        scroll(frame, view, width, body(spare), frame.colours().ground, true);
        strip(frame, page, plan.strip);
        return;
    }
}

} // namespace ui
