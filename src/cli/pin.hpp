// `help-kiosk pin`: makes the line of site.yaml that opens the staff page with a PIN.
#pragma once

#include "cli/app.hpp"

#include <string>
#include <string_view>

namespace cli {

// Adds the subcommand; `exit_code` receives its outcome and must outlive `app`.
void add_pin(CLI::App& app, int& exit_code);

// Why nobody should take this PIN, in one line. Empty: it is fine.
std::string fault_of_pin(std::string_view pin);

} // namespace cli
