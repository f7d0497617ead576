// The rules for a PIN that `help-kiosk pin` accepts.
#pragma once

#include <string>
#include <string_view>

namespace commands {

// Returns one line that says why this PIN is refused, or an empty string if it is accepted.
std::string weak_pin_reason(std::string_view pin);

} // namespace commands
