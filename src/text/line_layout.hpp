// Decides which part of a text goes on which line.
#pragma once

#include "text/itemized_text.hpp"

#include <vector>

namespace text {

struct LineLayout {
    std::vector<std::vector<Run>> lines; // the runs of each line; at least one line
    bool has_split_word = false;         // a single word was wider than max_width and was cut
};

// Fills each line as far as the max_width of `spec` allows. Returns one line if max_width is 0.
LineLayout layout_lines(const ItemizedText& itemized_text, const TextSpec& spec);

} // namespace text
