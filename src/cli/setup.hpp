// `help-kiosk setup`: asks about this building, and writes site.yaml.
#pragma once

#include "cli/command.hpp"

namespace cli {

// The exit code is 0 when it was written or was not to be, else 1.
void add_setup_command(CommandLine& command_line);

} // namespace cli
