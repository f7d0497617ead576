// Finds words that are wider than a line, by drawing the screens.
#pragma once

#include "content/load.hpp"

#include <vector>

namespace commands {

// Returns a warning for each text of valid content in which a word is cut, on the screen of the
// site or on one of 24 inches. Empty if no font can be read.
std::vector<content::Problem> find_split_words(const content::LoadResult& loaded);

} // namespace commands
