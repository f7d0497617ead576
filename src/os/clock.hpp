// Reads the computer's clocks. The rest of the program gets the time from here as an argument, so
// that tests can set it.
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace os {

// Returns the milliseconds since boot, including the time that the computer was suspended, so that
// a visit that was open before a suspend has timed out after it.
base::Instant time_since_boot();

// Reads all clocks. The local time is that of the system's time zone, also after the zone has been
// changed.
base::ClockReading read_clock();

// Returns the local date of a file's time in the form YYYY-MM-DD, for example 2026-11-23.
std::string local_date_of(std::filesystem::file_time_type time);

// Returns the current local date.
std::chrono::year_month_day today();

} // namespace os
