#include "ui/widgets/card_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ui {

namespace {

constexpr double gap_mm = 5.2;
constexpr double compact_gap_mm = 2.6;
// A card that is much higher than its texts would look empty.
constexpr double max_growth_mm = 14;

} // namespace

CardGrid::CardGrid(const Frame& frame, double width, const CardGridOptions& options)
    : options_(options), style_{options.shape, options.scale, options.has_subtitles,
                                options.has_equal_subtitles} {
    const bool has_discs = options.shape == CardShape::tall || options.shape == CardShape::flat;
    const auto count = static_cast<double>(options.column_count);
    gap_ = frame.px(has_discs ? gap_mm : compact_gap_mm);
    column_width_ = (width - gap_ * (count - 1)) / count;
    arrange(frame);
    if (rows_.empty()) return;
    fit_texts(frame);
    find_heights(frame);
}

// The last card of each row takes the rest of its row. On a page with cards below its texts, a
// prominent card has a row of its own.
void CardGrid::arrange(const Frame& frame) {
    const bool has_own_row = options_.shape == CardShape::tall;
    std::size_t column = options_.column_count;
    for (const content::Section& section : frame.content.sections) {
        if (!session::can_show(frame.state, section.audience)) continue;
        if (column >= options_.column_count || (section.prominent && has_own_row)) {
            rows_.emplace_back();
            column = 0;
        }
        rows_.back().push_back({&section, column, 1});
        ++column;
    }
    for (Row& row : rows_) row.back().span = options_.column_count - row.back().column;
}

// Returns the smallest size in pixels that `find` returns for a card, and remembers it.
template <typename Find>
int CardGrid::smallest_px(const Frame& frame, bool is_title, Find find) const {
    const int key = 2 * arrangement() + (is_title ? 1 : 0);
    return static_cast<int>(frame.remember({&frame.content.sections, column_width_, key}, [&] {
        int px = std::numeric_limits<int>::max();
        for (const Row& row : rows_)
            for (const Cell& cell : row)
                px = std::min(px, find(frame, *cell.section, cell_width(cell), cell_style(cell)));
        return static_cast<double>(px);
    }));
}

// The titles of all cards get the same size, in which all fit, and so do the subtitles.
void CardGrid::fit_texts(const Frame& frame) {
    const int title_px = smallest_px(frame, true, card_title_px);
    fits_titles_ = title_px > 0;
    if (fits_titles_) style_.title_px = title_px;
    style_.subtitle_px = smallest_px(frame, false, card_subtitle_px);
}

void CardGrid::find_heights(const Frame& frame) {
    for (const Row& row : rows_) {
        const auto find_height = [&] {
            double height = 0;
            for (const Cell& cell : row)
                height = std::max(
                    height, card_height(frame, *cell.section, cell_width(cell), cell_style(cell)));
            return height;
        };
        heights_.push_back(
            frame.remember({row.front().section, column_width_, arrangement()}, find_height));
    }
}

bool CardGrid::has_short_subtitles(const Frame& frame) const {
    return std::ranges::all_of(rows_, [&](const Row& row) {
        return std::ranges::all_of(row, [&](const Cell& cell) {
            return has_short_subtitle(frame, *cell.section, cell_width(cell), cell_style(cell));
        });
    });
}

bool CardGrid::has_readable_subtitles(const Frame& frame) const {
    return !style_.has_subtitle || frame.is_readable_em(style_.subtitle_px);
}

double CardGrid::height() const {
    if (rows_.empty()) return 0;
    return std::accumulate(heights_.begin(), heights_.end(), 0.0) +
           gap_ * static_cast<double>(rows_.size() - 1);
}

bool CardGrid::has_wide_card() const {
    return std::ranges::any_of(rows_, [](const Row& row) { return row.front().span > 1; });
}

double CardGrid::equalize_rows(double spare) {
    std::vector<double> sorted = heights_;
    std::ranges::sort(sorted);
    double level = sorted.front();
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const auto count = static_cast<double>(i);
        const double step = sorted[i] - level, growth = std::min(step, spare / count);
        level += growth;
        spare -= growth * count;
        if (growth < step) break;
    }
    for (double& height : heights_) height = std::max(height, std::floor(level));
    return spare;
}

void CardGrid::grow(const Frame& frame, double spare) {
    if (rows_.empty()) return;
    if (!has_wide_card()) spare = equalize_rows(spare);
    // A row of one wide card grows less than others.
    const auto weight = [](const Row& row) { return row.front().span > 1 ? 0.6 : 1.0; };
    double weights = 0;
    for (const Row& row : rows_) weights += weight(row);
    const double growth = std::min(spare / weights, frame.px(max_growth_mm));
    for (std::size_t i = 0; i < rows_.size(); ++i)
        heights_[i] += std::floor(growth * weight(rows_[i]));
}

void CardGrid::draw(Frame& frame, double x, double y) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const double height = heights_[i];
        const auto draw_cells = [&](const render::Rect& row) {
            double texts_height = 0;
            for (const Cell& cell : rows_[i])
                texts_height =
                    std::max(texts_height, card_texts_height(frame, *cell.section, cell_width(cell),
                                                             cell_style(cell)));
            for (const Cell& cell : rows_[i]) {
                CardStyle style = cell_style(cell);
                style.texts_height = texts_height;
                draw_section_card(
                    frame, *cell.section,
                    {row.x + static_cast<double>(cell.column) * (column_width_ + gap_), row.y,
                     cell_width(cell), height},
                    style);
            }
            return height;
        };
        // A row of another height is another arrangement.
        constexpr int max_height_px = 1 << 12;
        frame.draw_row(rows_[i].front().section, {x, y, column_width_, 0}, draw_cells,
                       arrangement() * max_height_px +
                           std::min(static_cast<int>(height), max_height_px - 1));
        y += height + gap_;
    }
}

double CardGrid::cell_width(const Cell& cell) const {
    return column_width_ * static_cast<double>(cell.span) +
           gap_ * static_cast<double>(cell.span - 1);
}

// A card that takes a whole row of several columns has its icon beside its texts.
CardStyle CardGrid::cell_style(const Cell& cell) const {
    CardStyle style = style_;
    if (cell.span > 1 && style.shape == CardShape::tall) style.shape = CardShape::flat;
    return style;
}

// Returns a number that tells the arrangements of the same cards at the same width apart.
int CardGrid::arrangement() const {
    constexpr int shape_count = 4, max_columns = 8;
    const int columns = static_cast<int>(options_.column_count),
              percent = static_cast<int>(std::lround(options_.scale * 100));
    return static_cast<int>(options_.shape) +
           shape_count *
               ((options_.has_subtitles ? 1 : 0) + (options_.has_equal_subtitles ? 2 : 0) +
                4 * (columns + max_columns * percent));
}

} // namespace ui
