// Which part of a passage goes on which line.
#pragma once

#include "text/itemized_text.hpp"

#include <vector>

namespace text {

struct LineLayout {
    std::vector<std::vector<Run>> lines; // at least one
    bool has_split_word = false;         // a word was wider than max_width and was cut
};

// Each line as full as the setting's max_width lets it be.
LineLayout layout_lines(const ItemizedText& itemized_text, const TextSpec& spec);

} // namespace text
