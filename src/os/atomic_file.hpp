// Files that are there whole or not at all, even if the power fails half-way.
#pragma once

#include <filesystem>
#include <string_view>

namespace os {

// Puts the text beside the file, under its name with ".new", and then in its place. The file keeps neither its
// owner nor its permissions. Throws std::system_error.
void write_file_atomically(const std::filesystem::path& file, std::string_view text);

} // namespace os
