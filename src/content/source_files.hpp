// Content files in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace content {

struct SourceFile {
    std::string name; // as problems call it
    std::string text; // UTF-8; a byte order mark and lines ended by CR LF are fine

    bool operator==(const SourceFile&) const = default;
};

// All files that one content was made of: enough to make it again without them.
struct SourceFiles {
    std::optional<SourceFile> content; // unset: could not be read
    std::optional<SourceFile> site;
    std::map<std::string, SourceFile, std::less<>> translations; // by code of the language

    bool operator==(const SourceFiles&) const = default;
};

// Eight hexadecimal digits, the same for the same files wherever they are.
std::string content_version(const SourceFiles& files);

// A content file is a few dozen kilobytes; anything much bigger is a mistake, and is refused unread.
inline constexpr std::size_t max_file_bytes = 1'000'000; // bytes

} // namespace content
