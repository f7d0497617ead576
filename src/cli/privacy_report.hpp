// help-kiosk privacy-report: one visit to every screen, under the locks of `run`, and what could be proved
// about it.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_privacy_report_command(CommandLine& command_line);

} // namespace cli
