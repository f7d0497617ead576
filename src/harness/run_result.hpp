// What came of a rehearsal.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace harness {

struct MemoryUsage {
    double heap_mb = 0; // in use
    double pss_mb = 0;  // of the whole process
};

struct RunResult {
    std::string violation; // the first thing that was wrong, and when; empty: nothing was
    std::size_t frame_count = 0;
    double p999_ms = 0; // turn of the loop, in time of the processor, of 999 in 1000; see stopwatch.hpp
    base::Instant simulated_time{}; // that passed on the clock of the kiosk
    MemoryUsage early_memory,
        late_memory;               // between two visits: after the first tenth or hundred, and in the end
    std::set<std::string> screens; // that were seen, as `draw --screen` calls them
};

} // namespace harness
