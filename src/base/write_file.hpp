// Writes a file that is a result for a person, such as a picture.
#pragma once

#include <filesystem>
#include <string_view>

namespace base {

// Replaces the contents of a file, or creates it. Throws std::runtime_error with one line that
// names the file and the reason if not all of it could be written.
void write_file(const std::filesystem::path& file, std::string_view text);

} // namespace base
