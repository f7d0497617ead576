// Replacing one text in another.
#pragma once

#include <string>
#include <string_view>

namespace base {

// Returns `text` with each occurrence of `old_text` replaced. What was put in is not searched
// again. `old_text` must not be empty.
std::string replace_all(std::string text, std::string_view old_text, std::string_view new_text);

} // namespace base
