// Reads a content file from disk.
#pragma once

#include "content/problem.hpp"
#include "content/source_files.hpp"

#include <filesystem>
#include <optional>

namespace content::parser {

// The file, or the reason why it cannot be read. Both are unset if the file does not exist.
struct ReadFileResult {
    std::optional<SourceFile> file;
    std::optional<Problem> problem;
};

// Reads a regular file of at most `max_file_bytes`. It refuses other files without opening them, so
// that a pipe cannot block the program and a disk image cannot fill its memory.
ReadFileResult read_file(const std::filesystem::path& path);

} // namespace content::parser
