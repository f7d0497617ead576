// `help-kiosk setup`: asks about this building, and writes site.yaml.
#pragma once

#include "cli/app.hpp"

namespace cli {

// Adds the subcommand; `exit_code` receives 0 when it was written or was not to be, else 1.
void add_setup(CLI::App& app, int& exit_code);

} // namespace cli
