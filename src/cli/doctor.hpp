// `help-kiosk doctor`: whether this machine is fit to be a kiosk.
#pragma once

#include "cli/app.hpp"

namespace cli {

// Adds the subcommand; `exit_code` receives how bad the worst finding is: 0 all is well, 1 something to look
// at, 2 something is bad.
void add_doctor(CLI::App& app, int& exit_code);

} // namespace cli
