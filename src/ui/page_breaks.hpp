// Divides a column into pages that begin at the edge of a block and cut no line of text.
#pragma once

#include <limits>
#include <vector>

namespace ui {

// Positions in pixels below the top of a column.
struct VerticalSpan {
    double top = 0;
    double bottom = 0;
};

// A part of a column, such as a card, whose title is repeated where a page begins within it.
struct TitledPart {
    VerticalSpan span;
    // In pixels, with the space around it.
    double title_height = 0;
};

// Returns the height in pixels of the title that is repeated above a page that begins at `top`, or
// 0 if there is none.
double repeated_title_height(const std::vector<TitledPart>& parts, double top);

// Where a column can be divided.
struct ColumnParts {
    // The tops of blocks and list items, where a page begins best.
    std::vector<double> block_tops;
    // The tops of sentences on a card, and of help lines below a text, where a page begins that
    // cannot begin with a block.
    std::vector<double> sentence_tops;
    // The tops of the second and of the last line of each text. A page that begins there leaves a
    // line alone, which is avoided after the first page.
    std::vector<double> single_line_tops;
    // Lines of text, buttons and QR codes, which no page cuts if it can be avoided.
    std::vector<VerticalSpan> pieces;
    // The tops of what can be touched.
    std::vector<double> target_tops;
    std::vector<TitledPart> titled_parts;

    // Returns the first target of a page, or infinity if it has none.
    double first_target(const VerticalSpan& page) const;
    // Adds the parts of a column that begins `y` pixels below the top of this one.
    void append(const ColumnParts& other, double y);
};

// How full the first page is.
enum class FirstPage {
    even, // about as full as the others
    full, // as many blocks as possible are on it
};

// The largest heights of pages in pixels, at least 1.
struct PageHeights {
    double first = 1;
    // Of all others, with a title that is repeated on them.
    double next = 1;
    // No target is farther above the end of its page than this.
    double reach = std::numeric_limits<double>::infinity();
};

// Returns the pages in ascending order, as few as possible and about equally full. The first begins
// at 0, and the last ends with the column. A page ends with its last block, and the next begins
// with the block after that, so what is between them is on neither. A text is divided between
// its lines only where no other break fits. All lengths are in pixels.
std::vector<VerticalSpan> find_pages(ColumnParts parts, double column_height,
                                     const PageHeights& heights,
                                     FirstPage first_page = FirstPage::even);

} // namespace ui
