// `help-kiosk draw`: one screen into a PNG file, or its outline as JSON, without a display.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_draw_command(CommandLine& command_line);

} // namespace cli
