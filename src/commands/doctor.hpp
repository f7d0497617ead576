// `help-kiosk doctor`: whether this machine is fit to be a kiosk.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

// The exit code says how bad the worst finding is: 0 all is well, 1 something to look
// at, 2 something is bad.
void add_doctor_command(cli::CommandLine& command_line);

} // namespace commands
