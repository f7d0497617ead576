// The socket on which the viewer connects.
#pragma once

#include <filesystem>

namespace speaker {

// Returns the socket that systemd has passed to this program. Throws std::runtime_error if it has
// passed none that fits.
int take_systemd_socket();

// Creates a socket that only this user can connect to, and replaces one that an earlier run has
// left. Throws std::runtime_error, which names the path, if that fails.
int create_listening_socket(const std::filesystem::path& path);

} // namespace speaker
