// Text without '\n', ready to be cut into lines.
#pragma once

#include "text/breaking.hpp"
#include "text/items.hpp"

#include <cstddef>
#include <vector>

namespace text {

class Passage {
public:
    // Characters that no font has are appended to `missing` and set as U+FFFD.
    Passage(const Characters& decoded, const Setting& setting, Fonts& fonts, std::vector<char32_t>& missing);

    std::size_t size() const { return characters_.size(); }
    Break line_start(std::size_t place) const { return line_starts_[place]; }

    // Whether a word too wide for any line may be cut before this character.
    bool may_be_cut(std::size_t place) const;

    // Where the last visible character before `end` ends: spaces at the end of a line do not count.
    std::size_t visible_end(std::size_t begin, std::size_t end) const;

    // The line that is [begin, end) but for the spaces at its end, from left to right. Runs are measured.
    std::vector<Run> runs(std::size_t begin, std::size_t end) const;

private:
    void isolate_digits(const Characters& decoded);
    std::vector<Item> in_order(std::size_t begin, std::size_t end) const;
    bool adjoin(const Item& left, const Item& right) const;
    Run measured(const Item& item, int x) const;

    Fonts& fonts_;
    Characters characters_;
    std::vector<Break> line_starts_;
    std::vector<Item> items_; // in the order of the text
};

} // namespace text
