// help-kiosk privacy-report: one visit to every screen, under the locks of `run`, and what could be proved
// about it.
#pragma once

#include "cli/app.hpp"

namespace cli {

void add_privacy_report(CLI::App& app, int& exit_code);

} // namespace cli
