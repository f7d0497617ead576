// `help-kiosk run`: the kiosk itself.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

void add_run_command(cli::CommandLine& command_line);

} // namespace commands
