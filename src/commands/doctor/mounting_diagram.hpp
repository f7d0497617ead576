// A drawing of how the panel hangs, for the commissioning sheet.
#pragma once

#include "commands/doctor/touch_zone.hpp"

#include <string>

namespace commands::doctor {

// As inline SVG: the picture, what of it is touched, and their heights above the floor in mm, beside a student.
std::string mounting_svg(const TouchZone& zone);

} // namespace commands::doctor
