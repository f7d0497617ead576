// Pictures of all screens for a translator.
#pragma once

#include "content/load.hpp"

#include <filesystem>
#include <string>

namespace commands {

// Draws each screen that visitors can open in a language, named as the comments of PO and CSV files
// name it. Texts without a translation are in English, and so are all texts if the language has no
// valid translation yet. Throws std::runtime_error if a file cannot be written.
void draw_pictures(content::ContentPaths paths, const std::string& language_code,
                   const std::filesystem::path& folder);

} // namespace commands
