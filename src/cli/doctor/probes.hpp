// The probes, each in a file named after what it looks at. None changes anything; what cannot be found out is
// said to be so.
#pragma once

#include "cli/doctor/finding.hpp"
#include "cli/doctor/subject.hpp"

namespace cli::doctor {

Findings look_at_display(const Subject& subject);
Findings look_at_mounting(const Subject& subject);
Findings look_at_touch(const Subject& subject);
Findings look_at_fonts(const Subject& subject);
Findings look_at_content(const Subject& subject);
Findings look_at_files(const Subject& subject);
Findings look_at_station(const Subject& subject); // its units too
Findings look_at_locks(const Subject& subject);   // of a machine that was started for visitors; else nothing
Findings look_at_clock(const Subject& subject);
Findings look_at_room(const Subject& subject);  // on disk and in memory
Findings look_at_sound(const Subject& subject); // what there is for it: the kiosk makes none

Findings look_at_all(const Subject& subject);

} // namespace cli::doctor
