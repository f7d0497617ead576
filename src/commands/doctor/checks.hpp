// The checks of `help-kiosk doctor`, one file each. A check only reads the state of the computer
// and the content. If it cannot determine something, it reports that as a warning.
#pragma once

#include "commands/doctor/context.hpp"
#include "commands/doctor/finding.hpp"

namespace commands::doctor {

// Checks that one display is connected, that it is on, and that its size fits the settings.
Findings check_display(const DoctorContext& context);

// Checks the rotation of the picture, and whether visitors can reach and read it.
Findings check_mounting(const DoctorContext& context);

// Checks that there is a touchscreen, and warns about keyboards and mice.
Findings check_touch(const DoctorContext& context);

// Checks that the installed fonts have every character of every screen in every language.
Findings check_fonts(const DoctorContext& context);

// Checks the content for errors, old verifications, unreviewed translations and a saved copy.
Findings check_content(const DoctorContext& context);

// Checks who can read and change the content files and the kiosk's state.
Findings check_permissions(const DoctorContext& context);

// Checks whether this computer is a station, how it was started, and whether its services are
// active.
Findings check_station(const DoctorContext& context);

// Checks each restriction of kiosk mode. Returns nothing in any other mode.
Findings check_lockdown(const DoctorContext& context);

// Checks the clock and the time zone.
Findings check_clock(const DoctorContext& context);

// Checks the free space on the disk and the amount of memory.
Findings check_free_space(const DoctorContext& context);

// Reports whether visitors can listen with headphones. This is information only, so its status is
// ok.
Findings check_sound(const DoctorContext& context);

// Runs all of these checks, in the order in which `doctor` prints them.
Findings run_all_checks(const DoctorContext& context);

} // namespace commands::doctor
