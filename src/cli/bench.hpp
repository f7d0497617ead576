// `help-kiosk bench`: measures this program on this machine and prints what it saw.
#pragma once

#include "cli/app.hpp"

namespace cli {

// Adds the subcommand; `exit_code` receives its outcome and must outlive `app`.
void add_bench(CLI::App& app, int& exit_code);

} // namespace cli
