// Counts the syllables of English words for the reading grade.
#pragma once

#include <string_view>

namespace content {

// Returns an estimate from the spelling, at least 1. It is right for most words of school websites.
int count_syllables(std::string_view word);

} // namespace content
