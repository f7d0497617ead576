// `help-kiosk bench`: measures this program on this machine and prints what it saw.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_bench_command(CommandLine& command_line);

} // namespace cli
