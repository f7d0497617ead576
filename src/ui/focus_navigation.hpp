// Where the keyboard's ring goes next.
#pragma once

#include "ui/kiosk.hpp"

namespace ui {

// Id of the button that `key` moves to from the one with the id `from`. Tab runs in reading order and around;
// arrows go to the nearest button in their direction, or stay. Empty: nothing to focus.
std::string next_focus(const Outline& outline, const std::string& from, Key key);

} // namespace ui
