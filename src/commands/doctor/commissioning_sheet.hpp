// The commissioning sheet, which the person who installs a kiosk prints, completes, signs and
// files.
#pragma once

#include "commands/doctor/context.hpp"
#include "commands/doctor/finding.hpp"

#include <string>

namespace commands::doctor {

// Returns a self-contained HTML page, laid out for two pages, on Letter or A4. It lists the
// findings, every phone number to call, and the checks that only a person can make.
std::string commissioning_sheet(const DoctorContext& context, const Findings& findings);

} // namespace commands::doctor
