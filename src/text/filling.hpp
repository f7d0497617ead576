// Which part of a passage goes on which line.
#pragma once

#include "text/passage.hpp"

#include <vector>

namespace text {

struct Filling {
    std::vector<std::vector<Run>> lines; // at least one
    bool split_word = false;             // a word was wider than max_width and was cut
};

// Each line as full as the setting's max_width lets it be.
Filling fill(const Passage& passage, const Setting& setting);

} // namespace text
