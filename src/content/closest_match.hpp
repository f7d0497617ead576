// Spelling suggestions for error messages.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace content {

// Returns the element of `known` that takes the fewest edits to make from `word`. An edit changes,
// swaps, adds or removes a letter, and case is ignored. Returns nullopt if none is similar enough,
// or if two are equally similar: a wrong suggestion does more harm than none. The result is valid
// as long as the text that `known` points to.
std::optional<std::string_view> closest_match(std::string_view word,
                                              std::span<const std::string_view> known);

} // namespace content
