// `help-kiosk run`: the kiosk itself.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_run_command(CommandLine& command_line);

} // namespace cli
