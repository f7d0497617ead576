// Keyboard navigation: which button gets the focus next.
#pragma once

#include "ui/kiosk.hpp"

namespace ui {

// Returns the id of the button that `key` moves the focus to from the button with the id `from`.
// Key::next and Key::previous follow the reading order and wrap around. Arrow keys move to the
// nearest button in their direction, or stay if there is none. If `from` is not on the screen, the
// first or last button gets the focus. Returns an empty string if the screen has no button.
std::string next_focus(const Outline& outline, const std::string& from, Key key);

} // namespace ui
