// Recognizes Burmese in Zawgyi, an encoding older than Unicode's that many phones still type. It
// uses the same code points for other letters, so Unicode fonts draw it as a jumble.
#pragma once

#include <string_view>

namespace content::parser {

// Returns whether a text has an order of characters that Zawgyi needs and that no Unicode text in
// the Myanmar script has. Short Zawgyi texts may have none, so false does not mean that a text is
// Unicode.
bool looks_like_zawgyi(std::string_view text);

} // namespace content::parser
