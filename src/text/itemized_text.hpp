// Text without '\n', ready to be cut into lines.
#pragma once

#include "text/break_opportunities.hpp"
#include "text/itemize.hpp"

#include <cstddef>
#include <vector>

namespace text {

class ItemizedText {
public:
    // Characters that no font has are appended to `missing` and set as U+FFFD.
    ItemizedText(const CodePoints& decoded, const TextSpec& spec, FontManager& fonts,
                 std::vector<char32_t>& missing);

    std::size_t size() const { return code_points_.size(); }
    BreakKind break_before(std::size_t offset) const { return breaks_[offset]; }

    // Whether a word too wide for any line may be cut before this character.
    bool can_split(std::size_t offset) const;

    // Where the last visible character before `end` ends: spaces at the end of a line do not count.
    std::size_t visible_end(std::size_t begin, std::size_t end) const;

    // The line that is [begin, end) but for the spaces at its end, from left to right. Runs are measured.
    std::vector<Run> runs(std::size_t begin, std::size_t end) const;

private:
    void isolate_digits(const CodePoints& decoded);
    std::vector<Item> visual_order(std::size_t begin, std::size_t end) const;
    bool are_adjacent(const Item& left, const Item& right) const;
    Run measure(const Item& item, int x) const;

    FontManager& fonts_;
    CodePoints code_points_;
    std::vector<BreakKind> breaks_;
    std::vector<Item> items_; // in the order of the text
};

} // namespace text
