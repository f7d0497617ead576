// The content files in memory, as they were read.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace content {

struct SourceFile {
    std::string name; // used in problems, for example a path
    std::string text; // UTF-8, with or without a byte order mark, with any line endings

    bool operator==(const SourceFile&) const = default;
};

// All files that one Content was parsed from. parse() creates the same Content from them again.
struct SourceFiles {
    std::optional<SourceFile> content; // unset if the file could not be read
    std::optional<SourceFile> site;
    std::map<std::string, SourceFile, std::less<>> translations; // by language code

    bool operator==(const SourceFiles&) const = default;
};

// Returns eight hexadecimal digits that identify the texts of the files. The names of the files
// have no influence.
std::string content_version(const SourceFiles& files);

// The maximum size of a content file. Content files have less than a hundred kilobytes, so a larger
// file is a mistake, and it is refused without being read.
inline constexpr std::size_t max_file_bytes = 1'000'000;

} // namespace content
