// `help-kiosk pin`: makes the line of site.yaml that opens the staff page with a PIN.
#pragma once

#include "cli/command.hpp"

#include <string>
#include <string_view>

namespace cli {

void add_pin(CommandLine& line);

// Why nobody should take this PIN, in one line. Empty: it is fine.
std::string fault_of_pin(std::string_view pin);

} // namespace cli
