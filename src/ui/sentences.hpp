// The sentences of a text. They are read aloud, and marked while they are, one after the other.
#pragma once

#include "ui/outline.hpp"

#include <string_view>
#include <vector>

namespace ui {

// Returns the parts of a text that are its sentences, each with the spaces after it; together they
// are the text. A period after an abbreviation such as "U.S." ends no sentence. Returns the whole
// text if it has several lines of its own, or several texts with a dot between them.
std::vector<std::string_view> split_sentences(std::string_view text);

// Returns where the lines with a sentence of the node's text are, in pixels. Returns where the
// whole node is if it is no text, has only one sentence, or has no sentence with this index.
render::Rect sentence_rect(const OutlineNode& node, int sentence);

} // namespace ui
