// Compares two contents, to find out whether a change removes something that visitors need. Often
// that is not intended, for example if a file was cut off or overwritten by an older one.
#pragma once

#include "content/content.hpp"

#include <string>
#include <vector>

namespace content {

// Returns what `current` has and `next` does not, as noun phrases: sections, help lines, tabs of
// the strip, languages, and the settings of the site whose loss visitors or staff would notice.
std::vector<std::string> find_lost_parts(const Content& current, const Content& next);

// Returns the first three parts: "the section \"help\", the language \"es\" and 4 more".
std::string join_lost_parts(const std::vector<std::string>& parts);

} // namespace content
