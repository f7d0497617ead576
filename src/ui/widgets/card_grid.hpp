// The cards of all sections in rows and columns.
#pragma once

#include "ui/widgets/section_card.hpp"

#include <cstddef>
#include <vector>

namespace ui {

struct CardGridOptions {
    CardShape shape = CardShape::tall;
    std::size_t column_count = 2;
    // See CardStyle.
    double scale = 1;
    bool has_subtitles = true;
    bool has_equal_subtitles = false;
};

class CardGrid {
public:
    // Lays out the cards of the sections that can be shown. `width` is in pixels.
    CardGrid(const Frame& frame, double width, const CardGridOptions& options);

    // Returns the height in pixels.
    double height() const;
    // Returns whether no title has more than two lines or a split word.
    bool fits_titles() const { return fits_titles_; }
    // Returns whether all subtitles have one line.
    bool has_short_subtitles(const Frame& frame) const;
    // Returns whether the subtitles, if there are any, are not much smaller than the smallest
    // style.
    bool has_readable_subtitles(const Frame& frame) const;
    // Returns the em of the titles in pixels. A prominent one may have its own.
    int title_px() const { return style_.title_px; }
    // Makes the rows higher by up to `spare` pixels in total: first the lowest, until all are
    // equally high, then all of them, as long as the cards do not look empty.
    void grow(const Frame& frame, double spare);
    void draw(Frame& frame, double x, double y) const;

private:
    // A card and its position in its row.
    struct Cell {
        const content::Section* section;
        std::size_t column;
        std::size_t span; // number of columns
    };
    using Row = std::vector<Cell>;

    void arrange(const Frame& frame);
    template <typename Find>
    int smallest_px(const Frame& frame, bool is_title, Find find) const;
    void fit_texts(const Frame& frame);
    void find_heights(const Frame& frame);
    // Returns how much of `spare` is left.
    double equalize_rows(double spare);
    bool has_wide_card() const;
    double cell_width(const Cell& cell) const;
    CardStyle cell_style(const Cell& cell) const;
    int arrangement() const;

    CardGridOptions options_;
    CardStyle style_;
    bool fits_titles_ = true;
    double gap_ = 0;          // between cards, in pixels
    double column_width_ = 0; // in pixels
    std::vector<Row> rows_;
    std::vector<double> heights_; // of the rows, in pixels
};

} // namespace ui
