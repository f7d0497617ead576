// `help-kiosk tour`: every screen into a folder, with a page that shows them all.
#pragma once

#include "cli/app.hpp"

namespace cli {

// Adds the subcommand; `exit_code` receives its outcome and must outlive `app`.
void add_tour(CLI::App& app, int& exit_code);

} // namespace cli
