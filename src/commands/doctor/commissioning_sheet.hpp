// The commissioning sheet: what the doctor found, what only a person can see, and who did it, to print and
// keep.
#pragma once

#include "commands/doctor/finding.hpp"
#include "commands/doctor/context.hpp"

#include <string>

namespace commands::doctor {

// One HTML file that needs no other, made for two pages of A4.
std::string commissioning_sheet(const DoctorContext& context, const Findings& findings);

} // namespace commands::doctor
