// Where a line of a text begins and ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace base {

// Returns the offset of the first byte of the line that contains the byte at `offset`.
inline std::size_t line_start(std::string_view text, std::size_t offset) {
    const std::size_t end = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

// Returns the offset after the line break of the line that contains the byte at `offset`, or the
// size of the text if its last line has none.
inline std::size_t line_end(std::string_view text, std::size_t offset) {
    const std::size_t end = text.find('\n', offset);
    return end == std::string_view::npos ? text.size() : end + 1;
}

} // namespace base
