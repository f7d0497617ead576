// The output of `help-kiosk settings`: the settings of the site that concern the computer, for the
// scripts of a station.
#pragma once

#include "content/load.hpp"

#include <iosfwd>

namespace commands {

// Prints one line "key=value" to `out` for each setting, and returns 0. If the content has errors,
// prints only the errors, to `err`, and returns 1; the scripts then use their defaults.
int print_settings(const content::ContentPaths& paths, const content::LoadContext& context,
                   std::ostream& out, std::ostream& err);

} // namespace commands
