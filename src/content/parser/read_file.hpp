// A content file on disk.
#pragma once

#include "content/source_files.hpp"
#include "content/problem.hpp"

#include <filesystem>
#include <optional>

namespace content::parser {

// Neither: there is no such file.
struct ReadFileResult {
    std::optional<SourceFile> file;
    std::optional<Problem> problem; // why the file cannot be read
};

// Opens only regular files that are not too big, so that a pipe cannot stop the program nor a disk image fill
// its memory.
ReadFileResult read_file(const std::filesystem::path& path);

} // namespace content::parser
