// `help-kiosk draw`: one screen into a PNG file, or its outline as JSON, without a display.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

void add_draw_command(cli::CommandLine& command_line);

} // namespace commands
