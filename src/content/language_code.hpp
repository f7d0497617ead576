// The codes of languages, such as "es" or "zh-Hans", which are also the names of their files.
#pragma once

#include <string_view>

namespace content {

// Returns whether `text` is a code of two or three letters with optional subtags, like "es" or
// "zh-Hans". Codes are used as file names, so slashes and periods are not allowed.
bool is_language_code(std::string_view text);

} // namespace content
