// `help-kiosk bench`: measures this program on this machine and prints what it saw.
#pragma once

#include "cli/command.hpp"

namespace cli {

void add_bench(CommandLine& line);

} // namespace cli
