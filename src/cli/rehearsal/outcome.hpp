// What came of a rehearsal.
#pragma once

#include "session/state.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace cli {

struct Memory {
    double heap_mb = 0; // in use
    double pss_mb = 0;  // of the whole process
};

struct Outcome {
    std::string fault; // the first thing that was wrong, and when; empty: nothing was
    std::size_t frames = 0;
    double slowest_ms = 0;   // turn of the loop, in time of the processor, of 999 in 1000; see stopwatch.hpp
    session::Instant time{}; // that passed on the clock of the kiosk
    Memory early, late;      // between two visits: after the first tenth or hundred, and in the end
    std::set<std::string> screens; // that were seen, as `draw --screen` calls them
};

} // namespace cli
