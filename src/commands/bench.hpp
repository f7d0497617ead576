// `help-kiosk bench`: measures this program on this machine and prints what it saw.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

void add_bench_command(cli::CommandLine& command_line);

} // namespace commands
