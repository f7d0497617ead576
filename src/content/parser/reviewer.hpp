// The name of the person who reviewed a translation.
#pragma once

#include <string_view>

namespace content::parser {

// Returns whether a value of "reviewed_by" stands for nobody, or for a machine: "none", "TBD", "-",
// "Google Translate".
bool is_no_reviewer(std::string_view written);

} // namespace content::parser
