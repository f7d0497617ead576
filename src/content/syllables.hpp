// Syllables of English words, as a reading grade needs them.
#pragma once

#include <string_view>

namespace content {

// An estimate from the spelling, right for most words of a school page; at least 1.
int count_syllables(std::string_view word);

} // namespace content
