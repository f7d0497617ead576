// help-kiosk privacy-report: one visit to every screen, under the locks of `run`, and what could be proved
// about it.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

void add_privacy_report_command(cli::CommandLine& command_line);

} // namespace commands
