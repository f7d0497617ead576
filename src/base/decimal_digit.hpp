// The decimal digits of all scripts: the characters of Unicode's general category Nd.
#pragma once

#include <optional>

namespace base {

// Returns the value of a decimal digit of any script, such as 4, ٤ or ၄, or nullopt if the
// character is something else.
std::optional<int> decimal_digit(char32_t character);

} // namespace base
