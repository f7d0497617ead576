// The clocks of the machine. Nothing else in the program reads them.
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace os {

// Since boot, with the time asleep: a visit that was open across a suspend is over.
base::Instant time_since_boot();

// Now, with the local time on the wall.
base::ClockReading read_clock();

// The local day of a file's time, like 2026-11-23.
std::string local_date_of(std::filesystem::file_time_type time);

// The day on the wall.
std::chrono::year_month_day today();

} // namespace os
