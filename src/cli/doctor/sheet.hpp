// The commissioning sheet: what the doctor found, what only a person can see, and who did it, to print and
// keep.
#pragma once

#include "cli/doctor/finding.hpp"
#include "cli/doctor/subject.hpp"

#include <string>

namespace cli::doctor {

// One HTML file that needs no other, made for two pages of A4.
std::string commissioning_sheet(const DoctorContext& context, const Findings& findings);

} // namespace cli::doctor
