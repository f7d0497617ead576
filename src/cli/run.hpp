// `help-kiosk run`: the kiosk itself.
#pragma once

#include "cli/app.hpp"

namespace cli {

// Adds the subcommand; `exit_code` receives its outcome and must outlive `app`.
void add_run(CLI::App& app, int& exit_code);

} // namespace cli
