#include "display/environment.hpp"

#include <cstdlib>

namespace display {

void set_environment() {
    // Without an address, SDL would start a child process for the desktop's message bus.
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null", 1);
    // Without this, a GPU driver would write files.
    setenv("MESA_SHADER_CACHE_DISABLE", "true", 1);
}

} // namespace display
