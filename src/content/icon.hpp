// The icons that content may use: a selection of Google's Material Icons, by their published names.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace content {

// Returns the code point of an icon in the Material Icons font, or nullopt if the name is not one
// of the selection.
std::optional<char32_t> icon_code_point(std::string_view name);

// Returns the names of all icons of the selection, sorted.
std::vector<std::string_view> icon_names();

} // namespace content
