// `help-kiosk tour`: every screen into a folder, with a page that shows them all.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

void add_tour_command(cli::CommandLine& command_line);

} // namespace commands
