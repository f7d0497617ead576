// A text with its fonts, directions and break opportunities, ready to be split into lines. All
// offsets are in code points, and an `end` is one past the last one.
#pragma once

#include "text/break_opportunities.hpp"
#include "text/itemize.hpp"

#include <cstddef>
#include <vector>

namespace text {

class ItemizedText {
public:
    // `decoded` must not contain '\n'. `fonts` must outlive this. Characters that no font has are
    // appended to `missing` and drawn as U+FFFD.
    ItemizedText(const CodePoints& decoded, const TextSpec& spec, FontManager& fonts,
                 std::vector<char32_t>& missing);

    std::size_t size() const { return code_points_.size(); } // code points
    BreakKind break_before(std::size_t offset) const { return breaks_[offset]; }

    // Returns whether a word that is too wide for any line may be cut before this offset.
    bool can_split(std::size_t offset) const;

    // Returns the end of the last visible character in [begin, end). Spaces at the end of a line
    // are not visible.
    std::size_t visible_end(std::size_t begin, std::size_t end) const;

    // Returns the runs of a line that has the characters [begin, end), measured and in visual
    // order, from left to right. Spaces at the end are left out.
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
