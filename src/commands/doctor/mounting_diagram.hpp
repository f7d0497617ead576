// The diagram of the commissioning sheet that shows how high the panel is mounted.
#pragma once

#include "commands/doctor/touch_zone.hpp"

#include <string>

namespace commands::doctor {

// Returns inline SVG with the picture, the part of it that visitors touch, and the heights of both
// above the floor in mm, beside a student for scale. Colors and fonts come from the CSS of the
// sheet.
std::string mounting_svg(const TouchZone& zone);

} // namespace commands::doctor
