// Finds the program help-kiosk-viewer, for the commands that start it.
#pragma once

#include <filesystem>

namespace commands {

// Returns the path of help-kiosk-viewer. It is beside this program if both were just built, and in
// libexec if they are installed. Throws std::runtime_error if it is in neither place.
std::filesystem::path find_viewer();

} // namespace commands
