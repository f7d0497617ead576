// Decides which part of a text goes on which line.
#pragma once

#include "text/itemized_text.hpp"

#include <cstddef>
#include <vector>

namespace text {

// The characters [begin, end) of the text, with spaces at the end that are not drawn.
struct LaidOutLine {
    std::vector<Run> runs;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct LineLayout {
    std::vector<LaidOutLine> lines; // at least one line
    bool has_split_word = false;    // a single word was wider than max_width and was cut
};

// Fills each line as far as the max_width of `spec` allows. Returns one line if max_width is 0.
LineLayout layout_lines(const ItemizedText& itemized_text, const TextSpec& spec);

} // namespace text
