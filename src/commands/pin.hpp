// `help-kiosk pin`: makes the line of site.yaml that opens the staff page with a PIN.
#pragma once

#include "cli/command_line.hpp"

#include <string>
#include <string_view>

namespace commands {

void add_pin_command(cli::CommandLine& command_line);

// Why nobody should take this PIN, in one line. Empty: it is fine.
std::string weak_pin_reason(std::string_view pin);

} // namespace commands
