// `help-kiosk setup`: asks about this building, and writes site.yaml.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

// The exit code is 0 when it was written or was not to be, else 1.
void add_setup_command(cli::CommandLine& command_line);

} // namespace commands
