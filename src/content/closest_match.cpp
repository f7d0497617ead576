#include "content/closest_match.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace content {

namespace {

// Short words may differ less than long ones.
std::size_t max_edits(std::size_t length) {
    if (length <= 3) return 1;
    return length <= 6 ? 2 : 3;
}

// Returns the optimal string alignment distance: the Levenshtein distance, where a swap of two
// adjacent letters counts as one edit. Returns `max_distance` + 1 as soon as the distance is known
// to be greater than `max_distance`, so that long, unrelated words cost little time.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t max_distance) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > max_distance)
        return max_distance + 1;
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
            const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (is_swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (std::ranges::min(row) > max_distance) return max_distance + 1;
        before_last = last;
        last = row;
    }
    return last[b.size()];
}

} // namespace

std::optional<std::string_view> closest_match(std::string_view word,
                                              std::span<const std::string_view> known) {
    std::size_t max_distance = max_edits(word.size());
    std::optional<std::string_view> best;
    for (const std::string_view each : known) {
        const std::size_t distance = edit_distance(word, each, max_distance);
        if (distance > max_distance || (best && distance == max_distance)) continue;
        best = each;
        max_distance = distance;
    }
    return best;
}

} // namespace content
