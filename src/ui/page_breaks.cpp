#include "ui/page_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace ui {

namespace {

// A page ends at a block if it has at least the first fraction of its height, or else at a sentence
// if it has at least the second, or else at a line. Otherwise it may have less: the third fraction
// at a block, the fourth at a line.
constexpr double good_fraction = 0.65;
constexpr double sentence_fraction = 0.5;
constexpr double min_block_fraction = 0.5;
constexpr double min_line_fraction = 0.25;
// A last page with less than this gets blocks or sentences of the page before it.
constexpr double min_last_fraction = 0.35;
// Edges that are closer than this are one edge.
constexpr double tolerance_px = 1;

// The edge of a card is a piece of its own.
bool is_edge(const VerticalSpan& piece) {
    constexpr double max_edge_px = 2;
    return piece.bottom - piece.top <= max_edge_px;
}

// A place where the column can be divided: a page ends at `end`, and the next begins at `top`.
struct Break {
    double end = 0;
    double top = 0;
};

// Returns the breaks between pieces, in ascending order. No page begins with an edge. Sorts the
// pieces.
std::vector<Break> breaks_between(std::vector<VerticalSpan>& pieces) {
    if (!std::ranges::is_sorted(pieces, {}, &VerticalSpan::top))
        std::ranges::stable_sort(pieces, {}, &VerticalSpan::top);
    std::vector<Break> breaks;
    double bottom = -std::numeric_limits<double>::infinity();
    for (const VerticalSpan& piece : pieces) {
        if (piece.top >= bottom - tolerance_px && !is_edge(piece))
            breaks.push_back({std::min(bottom, piece.top), piece.top});
        bottom = std::max(bottom, piece.bottom);
    }
    return breaks;
}

// Returns the breaks before blocks or sentences. The gap before one need not be on the page.
std::vector<Break> breaks_before(std::vector<double>& block_tops,
                                 const std::vector<VerticalSpan>& pieces) {
    std::ranges::sort(block_tops);
    std::vector<Break> breaks;
    double bottom = -std::numeric_limits<double>::infinity();
    auto piece = pieces.begin();
    for (const double top : block_tops) {
        for (; piece != pieces.end() && piece->top < top - tolerance_px; ++piece)
            bottom = std::max(bottom, piece->bottom);
        breaks.push_back({std::isfinite(bottom) ? std::min(bottom, top) : top, top});
    }
    return breaks;
}

// A break between two blocks begins with the second one, not with its first line.
void begin_with_blocks(std::vector<Break>& lines, const std::vector<double>& sorted_block_tops) {
    for (Break& line : lines) {
        const auto block = std::ranges::lower_bound(sorted_block_tops, line.end);
        if (block != sorted_block_tops.end() && *block < line.top) line.top = *block;
    }
}

// Returns the last of the sorted breaks that ends from `min` to `max`.
std::optional<Break> last_break(const std::vector<Break>& breaks, double min, double max) {
    const auto after = std::ranges::upper_bound(breaks, max, {}, &Break::end);
    if (after == breaks.begin() || std::prev(after)->end < min) return std::nullopt;
    return *std::prev(after);
}

// Returns the last break between two lines. The page goes on to the next line, because a card
// around both is drawn up to there.
std::optional<Break> last_line_break(const std::vector<Break>& breaks, double min, double max) {
    std::optional<Break> found = last_break(breaks, min, max);
    if (found) found->end = found->top;
    return found;
}

// Returns where the last page begins at the latest, so that it does not have only the lower edge of
// a card.
double last_piece_top(const std::vector<VerticalSpan>& sorted_pieces, double column_height) {
    for (auto piece = sorted_pieces.rbegin(); piece != sorted_pieces.rend(); ++piece)
        if (!is_edge(*piece)) return piece->top;
    return column_height;
}

// Returns the breaks that leave no line of a text alone on a page.
std::vector<Break> without_single_lines(std::vector<Break> lines, std::vector<double>& tops) {
    std::ranges::sort(tops);
    std::erase_if(lines, [&](const Break& line) {
        const auto top = std::ranges::lower_bound(tops, line.top - tolerance_px);
        return top != tops.end() && *top <= line.top + tolerance_px;
    });
    return lines;
}

// How high a page may be.
class PageLimit {
public:
    PageLimit(const PageHeights& heights, std::vector<double> target_tops)
        : heights_(heights), target_tops_(std::move(target_tops)) {
        std::ranges::sort(target_tops_);
    }

    // Returns the largest height of a page that begins at `top`.
    double height(double top) const {
        const double height = std::max(1.0, top > 0 ? heights_.next : heights_.first);
        const auto target = std::ranges::lower_bound(target_tops_, top - tolerance_px);
        if (target == target_tops_.end()) return height;
        return std::max(1.0, std::min(height, *target - top + heights_.reach));
    }

private:
    PageHeights heights_;
    std::vector<double> target_tops_;
};

// Moves blocks or sentences from the last page but one to a nearly empty last page, if both have
// enough then.
void fill_last_page(std::vector<VerticalSpan>& pages, const std::vector<Break>& sorted_breaks,
                    const PageLimit& limit) {
    VerticalSpan &last = pages.back(), &before = pages[pages.size() - 2];
    const double max_top = last.bottom - limit.height(last.top) * min_last_fraction;
    if (last.top <= max_top) return;
    const auto after = std::ranges::upper_bound(sorted_breaks, max_top, {}, &Break::top);
    if (after == sorted_breaks.begin()) return;
    const Break& found = *std::prev(after);
    const bool has_enough = found.end >= before.top + limit.height(before.top) * min_block_fraction;
    if (!has_enough || last.bottom - found.top > limit.height(found.top)) return;
    before.bottom = found.end;
    last.top = found.top;
}

} // namespace

void ColumnParts::append(const ColumnParts& other, double y) {
    for (const double top : other.block_tops) block_tops.push_back(top + y);
    for (const double top : other.sentence_tops) sentence_tops.push_back(top + y);
    for (const double top : other.single_line_tops) single_line_tops.push_back(top + y);
    for (const VerticalSpan& piece : other.pieces)
        pieces.push_back({piece.top + y, piece.bottom + y});
    for (const double top : other.target_tops) target_tops.push_back(top + y);
}

std::vector<VerticalSpan> find_pages(ColumnParts parts, double column_height,
                                     const PageHeights& heights, LastPage last_page) {
    std::vector<Break> lines = breaks_between(parts.pieces);
    const std::vector<Break> blocks = breaks_before(parts.block_tops, parts.pieces);
    const std::vector<Break> sentences = breaks_before(parts.sentence_tops, parts.pieces);
    begin_with_blocks(lines, parts.block_tops);
    const std::vector<Break> best_lines = without_single_lines(lines, parts.single_line_tops);
    const double last_piece = last_piece_top(parts.pieces, column_height);
    const PageLimit limit(heights, std::move(parts.target_tops));
    std::vector<VerticalSpan> pages{{0, column_height}};
    while (true) {
        const double top = pages.back().top, height = limit.height(top);
        if (column_height - top <= height + tolerance_px) break;
        const double end = std::min(top + height, last_piece) + tolerance_px;
        // On the first page, below the head of a section, each line counts.
        const bool is_first = pages.size() == 1;
        const std::vector<Break>& good_lines = is_first ? lines : best_lines;
        const double good = top + height * good_fraction;
        auto next = last_break(blocks, good, end);
        if (!next) next = last_break(sentences, top + height * sentence_fraction, end);
        if (!next) next = last_line_break(good_lines, good, end);
        if (!next) next = last_break(blocks, top + height * min_block_fraction, end);
        if (!next) next = last_line_break(good_lines, top + height * min_line_fraction, end);
        if (!next) next = last_line_break(lines, top + height * min_line_fraction, end);
        if (!next) next = Break{top + height, top + height};
        pages.back().bottom = next->end;
        pages.push_back({next->top, column_height});
    }
    const std::size_t min_pages = last_page == LastPage::filled_unless_second ? 3 : 2;
    if (pages.size() < min_pages) return pages;
    std::vector<Break> places_to_end = blocks;
    places_to_end.insert(places_to_end.end(), sentences.begin(), sentences.end());
    std::ranges::sort(places_to_end, {}, &Break::top);
    fill_last_page(pages, places_to_end, limit);
    return pages;
}

} // namespace ui
