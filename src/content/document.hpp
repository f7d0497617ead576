// A content file in memory.
#pragma once

#include <cstddef>
#include <string>

namespace content {

struct Document {
    std::string name; // as problems call it
    std::string text; // UTF-8; a byte order mark and lines ended by CR LF are fine
};

// A content file is a few dozen kilobytes; anything much bigger is a mistake, and is refused unread.
inline constexpr std::size_t largest_document = 1'000'000; // bytes

} // namespace content
