// Whether a voice makes a pause after a text.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace speech {

// Returns whether the text ends with a mark after which a voice pauses, in Arabic and Burmese, too.
inline bool ends_sentence(std::string_view text) {
    constexpr auto ends = std::to_array<std::string_view>({".", "?", "!", ":", "؟", "။"});
    return std::ranges::any_of(ends, [text](std::string_view end) { return text.ends_with(end); });
}

} // namespace speech
