// The PIN of the staff screens: which ones `help-kiosk pin` accepts, and where it is stored.
#pragma once

#include "commands/site_file.hpp"

#include <string>
#include <string_view>

namespace commands {

// Returns one line that says why this PIN is refused, or an empty string if it is accepted.
std::string weak_pin_reason(std::string_view pin);

// Sets the hash of the PIN in site.yaml, in place of an earlier one. Everything else in the file
// stays as it is. Requires that `site_file` has no problems. Throws std::system_error.
void write_pin_hash(const SiteFile& site_file, const std::string& hash);

} // namespace commands
