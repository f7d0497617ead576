// The probes, each in a file named after what it looks at. None changes anything; what cannot be found out is
// said to be so.
#pragma once

#include "commands/doctor/finding.hpp"
#include "commands/doctor/context.hpp"

namespace commands::doctor {

Findings check_display(const DoctorContext& context);
Findings check_mounting(const DoctorContext& context);
Findings check_touch(const DoctorContext& context);
Findings check_fonts(const DoctorContext& context);
Findings check_content(const DoctorContext& context);
Findings check_permissions(const DoctorContext& context);
Findings check_station(const DoctorContext& context); // its units too
Findings
check_lockdown(const DoctorContext& context); // of a machine that was started for visitors; else nothing
Findings check_clock(const DoctorContext& context);
Findings check_free_space(const DoctorContext& context); // on disk and in memory
Findings check_sound(const DoctorContext& context);      // what there is for it: the kiosk makes none

Findings run_all_checks(const DoctorContext& context);

} // namespace commands::doctor
