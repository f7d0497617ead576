// `help-kiosk settings`: what the site says to the machine around the screen, for the station's scripts.
#pragma once

#include "cli/command.hpp"
#include "content/load.hpp"

#include <iosfwd>

namespace cli {

void add_settings(CommandLine& line);

// One line "key=value" on `out` for each setting, and 0. If the content cannot be read, nothing, its problems
// on `err`, and 1: the station then keeps what its packages say.
int settings(const content::Sources& sources, const content::Surroundings& surroundings, std::ostream& out,
             std::ostream& err);

} // namespace cli
