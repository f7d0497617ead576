// Divides a column into pages that begin at the edge of a block and cut no line of text.
#pragma once

#include <vector>

namespace ui {

// Positions in pixels below the top of a column.
struct VerticalSpan {
    double top = 0;
    double bottom = 0;
};

// Where a column can be divided.
struct ColumnParts {
    // The tops of blocks and list items, where a page begins best.
    std::vector<double> block_tops;
    // Lines of text, buttons and QR codes, which no page cuts if it can be avoided.
    std::vector<VerticalSpan> pieces;

    // Adds the parts of a column that begins `y` pixels below the top of this one.
    void append(const ColumnParts& other, double y);
};

// Returns the tops of the pages in ascending order. The first is 0. The last page has less than its
// height if the column ends there. All lengths are in pixels, heights of pages are at least 1.
std::vector<double> find_page_tops(ColumnParts parts, double column_height,
                                   double first_page_height, double next_page_height);

} // namespace ui
