// `help-kiosk tour`: every screen into a folder, with a page that shows them all.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_tour_command(CommandLine& command_line);

} // namespace cli
