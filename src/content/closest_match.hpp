// The word that somebody probably meant.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace content {

// The one of `known` with the fewest letters to change, swap, add or drop. nullopt: none is near.
std::optional<std::string_view> closest_match(std::string_view word, std::span<const std::string_view> known);

} // namespace content
