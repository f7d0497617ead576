// `help-kiosk draw`: one screen into a PNG file, or its outline as JSON, without a display.
#pragma once

#include "cli/app.hpp"

namespace cli {

// Adds the subcommand; `exit_code` receives its outcome and must outlive `app`.
void add_draw(CLI::App& app, int& exit_code);

} // namespace cli
