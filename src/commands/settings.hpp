// `help-kiosk settings`: what the site says to the machine around the screen, for the station's scripts.
#pragma once

#include "cli/command_line.hpp"
#include "content/load.hpp"

#include <iosfwd>

namespace commands {

void add_settings_command(cli::CommandLine& command_line);

// One line "key=value" on `out` for each setting, and 0. If the content cannot be read, nothing, its problems
// on `err`, and 1: the station then keeps what its packages say.
int print_settings(const content::ContentPaths& paths, const content::LoadContext& context, std::ostream& out,
                   std::ostream& err);

} // namespace commands
