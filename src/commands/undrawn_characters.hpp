// Finds characters in the content files that would be boxes on the screen.
#pragma once

#include "content/load.hpp"

#include <vector>

namespace commands {

// Returns a warning for each character that no font of this computer has, with its first position
// in each file. The content cannot be checked without fonts, so the result is empty if there are
// none.
std::vector<content::Problem> find_undrawn_characters(const content::SourceFiles& files);

} // namespace commands
