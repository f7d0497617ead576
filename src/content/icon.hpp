// The icons that content may name: Google's Material icons, by their published names.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace content {

// The icon's character in the Material Icons font. nullopt: not one of ours.
std::optional<char32_t> icon_code_point(std::string_view name);

// All names, sorted.
std::vector<std::string_view> icon_names();

} // namespace content
