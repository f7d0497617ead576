#include "content/closest_match.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

namespace content {

namespace {

// Short words may differ less than long ones, because another short word is soon reached: "note" is
// not meant to be "name", and "lun" is not meant to be "sun".
std::size_t max_edits(std::size_t length) {
    if (length <= 5) return 1;
    return length <= 8 ? 2 : 3;
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

// A number is not a misspelling of another number.
std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), base::is_digit);
    return digits;
}

} // namespace

std::optional<std::string_view> closest_match(std::string_view word,
                                              std::span<const std::string_view> known) {
    constexpr std::size_t min_length = 3; // of two letters, one is no clue to the other
    const std::string lower_word = base::to_lower_ascii(word);
    const std::size_t max_distance = word.size() < min_length ? 0 : max_edits(word.size());
    std::size_t best_distance = max_distance + 1;
    std::optional<std::string_view> best;
    for (const std::string_view each : known) {
        const std::size_t distance =
            edit_distance(lower_word, base::to_lower_ascii(each), max_distance);
        if (distance == 0) return each;
        if (distance > best_distance || distance > max_distance ||
            digits_of(word) != digits_of(each))
            continue;
        // Of two words that are equally similar, nobody knows which one was meant.
        best = distance < best_distance ? std::optional(each) : std::nullopt;
        best_distance = distance;
    }
    return best;
}

} // namespace content
