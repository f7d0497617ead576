// Writes a file so that it is never seen half-written, even if the power fails.
#pragma once

#include <filesystem>
#include <string_view>

namespace os {

// Replaces the contents of `file` with `text`, or creates the file. The text is written to a
// temporary file beside it, with ".new" appended to the name, which is then renamed. File and
// folder are flushed to disk before the function returns. The new file belongs to the calling user
// and has mode 0644 less the umask, whatever the old one had. Throws std::system_error; if writing
// failed, the old file is unchanged and the temporary file is removed. A device or another special
// file is not replaced.
void write_file_atomically(const std::filesystem::path& file, std::string_view text);

// Does the same for a file that somebody edits and another user reads. The file keeps its owner,
// group and mode; a new file has mode 0644, whatever the umask is. A symbolic link is followed, so
// it stays a link.
void edit_file_atomically(const std::filesystem::path& file, std::string_view text);

} // namespace os
