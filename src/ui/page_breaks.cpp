#include "ui/page_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace ui {

namespace {

// What is added to the cost of all pages. A page costs 1, and its empty part as much as the square
// of its fraction of the page, so that pages are about equally full.
constexpr double sentence_cost = 0.2;    // for a break at one of the sentence tops
constexpr double line_cost = 3;          // for a text that is divided between its lines
constexpr double single_line_cost = 3.4; // for one of which a line is alone on a page
constexpr double cut_cost = 10;          // for a line of text or a button that is cut
constexpr double first_page_weight = 2;  // of the empty part of the first page
constexpr double last_page_weight = 0.5; // of the empty part of the last page
// Of the empty part of a page that ends at one of these: with space for the next sentence, a
// divided card would look like a mistake.
constexpr double divided_weight = 3;
// Edges that are closer than this are one edge.
constexpr double tolerance_px = 1;
// A page that begins this close to the edge of a part does not begin within it.
constexpr double title_tolerance_px = 3;

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

// Returns where the last page begins at the latest, so that it does not have only the lower edge of
// a card.
double last_piece_top(const std::vector<VerticalSpan>& sorted_pieces, double column_height) {
    for (auto piece = sorted_pieces.rbegin(); piece != sorted_pieces.rend(); ++piece)
        if (!is_edge(*piece)) return piece->top;
    return column_height;
}

// How high a page may be.
class PageLimit {
public:
    PageLimit(const PageHeights& heights, std::vector<double> target_tops,
              std::vector<TitledPart> titled_parts)
        : heights_(heights), target_tops_(std::move(target_tops)),
          titled_parts_(std::move(titled_parts)) {
        std::ranges::sort(target_tops_);
    }

    // Returns the largest height of a page that begins at `top`.
    double height(double top) const {
        const double next = heights_.next - repeated_title_height(titled_parts_, top);
        const double height = std::max(1.0, top > 0 ? next : heights_.first);
        const auto target = std::ranges::lower_bound(target_tops_, top - tolerance_px);
        if (target == target_tops_.end()) return height;
        return std::max(1.0, std::min(height, *target - top + heights_.reach));
    }

private:
    PageHeights heights_;
    std::vector<double> target_tops_;
    std::vector<TitledPart> titled_parts_;
};

// A break and what it costs.
struct Candidate {
    Break place;
    double cost = 0;
};

bool is_single_line(const std::vector<double>& sorted_tops, double top) {
    const auto found = std::ranges::lower_bound(sorted_tops, top - tolerance_px);
    return found != sorted_tops.end() && *found <= top + tolerance_px;
}

// Returns where pages can begin, in ascending order, the best first of those at the same place.
std::vector<Candidate> find_candidates(ColumnParts& parts, double column_height) {
    std::vector<Break> lines = breaks_between(parts.pieces);
    std::vector<Candidate> all;
    for (const Break& block : breaks_before(parts.block_tops, parts.pieces)) all.push_back({block});
    for (const Break& sentence : breaks_before(parts.sentence_tops, parts.pieces))
        all.push_back({sentence, sentence_cost});
    begin_with_blocks(lines, parts.block_tops);
    std::ranges::sort(parts.single_line_tops);
    for (const Break& line : lines) {
        const bool is_single = is_single_line(parts.single_line_tops, line.top);
        // The page goes on to the next line, because a card around both is drawn up to there.
        all.push_back({{line.top, line.top}, is_single ? single_line_cost : line_cost});
    }
    const double last_top = last_piece_top(parts.pieces, column_height);
    std::erase_if(all, [&](const Candidate& candidate) {
        return candidate.place.top > last_top + tolerance_px;
    });
    std::ranges::stable_sort(all, {},
                             [](const Candidate& candidate) { return candidate.place.top; });
    return all;
}

// Finds the pages that cost least.
class PageFinder {
public:
    PageFinder(std::vector<Candidate> candidates, double column_height, const PageLimit& limit)
        : candidates_(std::move(candidates)), column_height_(column_height), limit_(limit) {
        costs_.resize(candidates_.size());
        for (std::size_t i = candidates_.size(); i-- > 0;)
            costs_[i] = choose(candidates_[i].place.top).cost;
    }

    std::vector<VerticalSpan> find(FirstPage first_page) const {
        std::vector<VerticalSpan> pages;
        double top = 0;
        if (first_page == FirstPage::full && !is_last(top))
            if (const auto last = last_fitting(top)) {
                pages.push_back({top, candidates_[*last].place.end});
                top = candidates_[*last].place.top;
            }
        for (auto next = choose(top).next; next; next = choose(top).next) {
            add_pages(pages, top, candidates_[*next].place.end);
            top = candidates_[*next].place.top;
        }
        add_pages(pages, top, column_height_);
        return pages;
    }

private:
    // The candidate at which a page ends, or nullopt at the end of the column, and what this page
    // and all after it cost.
    struct Choice {
        std::optional<std::size_t> next;
        double cost = 0;
    };

    bool is_last(double top) const {
        return column_height_ - top <= limit_.height(top) + tolerance_px;
    }

    std::size_t first_after(double top) const {
        const auto top_of = [](const Candidate& candidate) { return candidate.place.top; };
        const auto found = std::ranges::upper_bound(candidates_, top + tolerance_px, {}, top_of);
        return static_cast<std::size_t>(found - candidates_.begin());
    }

    bool fits(std::size_t index, double top) const {
        return index < candidates_.size() &&
               candidates_[index].place.end <= top + limit_.height(top) + tolerance_px;
    }

    // Returns the last break between blocks that fits on a page, or else another one.
    std::optional<std::size_t> last_fitting(double top) const {
        std::optional<std::size_t> last;
        for (std::size_t i = first_after(top); fits(i, top); ++i)
            if (!last || candidates_[i].cost <= candidates_[*last].cost) last = i;
        return last;
    }

    double empty_cost(double top, double end) const {
        const double empty = std::clamp(1 - (end - top) / limit_.height(top), 0.0, 1.0);
        return empty * empty * (top > 0 ? 1 : first_page_weight);
    }

    Choice choose(double top) const {
        if (is_last(top)) return {{}, 1 + last_page_weight * empty_cost(top, column_height_)};
        const std::size_t first = first_after(top);
        Choice best{{}, std::numeric_limits<double>::infinity()};
        for (std::size_t i = first; fits(i, top); ++i) {
            const bool is_sentence = candidates_[i].cost > 0 && candidates_[i].cost < line_cost;
            const double weight = is_sentence ? divided_weight : 1;
            const double cost = 1 + weight * empty_cost(top, candidates_[i].place.end) +
                                candidates_[i].cost + costs_[i];
            if (cost < best.cost) best = {i, cost};
        }
        if (best.next) return best;
        // What is higher than a page is cut.
        if (first < candidates_.size()) return {first, cut_cost + costs_[first]};
        return {{}, cut_cost};
    }

    // Adds one page, or several if something is cut.
    void add_pages(std::vector<VerticalSpan>& pages, double top, double end) const {
        for (; end - top > limit_.height(top) + tolerance_px; top += limit_.height(top))
            pages.push_back({top, top + limit_.height(top)});
        pages.push_back({top, end});
    }

    std::vector<Candidate> candidates_;
    std::vector<double> costs_; // of all pages from the one that begins at a candidate
    double column_height_;
    const PageLimit& limit_;
};

} // namespace

double repeated_title_height(const std::vector<TitledPart>& parts, double top) {
    for (const TitledPart& part : parts)
        if (part.span.top + title_tolerance_px < top && top < part.span.bottom - title_tolerance_px)
            return part.title_height;
    return 0;
}

double ColumnParts::first_target(const VerticalSpan& page) const {
    double first = std::numeric_limits<double>::infinity();
    for (const double top : target_tops)
        if (top >= page.top - tolerance_px && top < page.bottom) first = std::min(first, top);
    return first;
}

void ColumnParts::append(const ColumnParts& other, double y) {
    for (const double top : other.block_tops) block_tops.push_back(top + y);
    for (const double top : other.sentence_tops) sentence_tops.push_back(top + y);
    for (const double top : other.single_line_tops) single_line_tops.push_back(top + y);
    for (const VerticalSpan& piece : other.pieces)
        pieces.push_back({piece.top + y, piece.bottom + y});
    for (const double top : other.target_tops) target_tops.push_back(top + y);
    for (const TitledPart& part : other.titled_parts)
        titled_parts.push_back({{part.span.top + y, part.span.bottom + y}, part.title_height});
}

std::vector<VerticalSpan> find_pages(ColumnParts parts, double column_height,
                                     const PageHeights& heights, FirstPage first_page) {
    const PageLimit limit(heights, std::move(parts.target_tops), std::move(parts.titled_parts));
    return PageFinder(find_candidates(parts, column_height), column_height, limit).find(first_page);
}

} // namespace ui
