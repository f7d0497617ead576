// `help-kiosk run`: the kiosk itself.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_run(CommandLine& line);

} // namespace cli
