// The result of a stress test, and the figures it consists of.
#pragma once

#include "base/time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>

namespace harness {

// Memory of this process, in MiB.
struct MemoryUsage {
    double heap_mb = 0; // allocated on the heap
    double pss_mb = 0;  // proportional set size of the whole process
};

// Counts durations by whole milliseconds.
class LatencyHistogram {
public:
    void record(double ms) {
        const auto bucket = static_cast<std::size_t>(std::max(0.0, ms));
        ++buckets_[std::min(bucket, buckets_.size() - 1)];
        ++total_count_;
    }

    // Returns the 99.9th percentile, rounded up to whole milliseconds, or 0 if nothing was
    // recorded. It is used instead of the maximum, because a virtual machine is sometimes
    // paused for 100 ms and counts that as CPU time of the program, even of an empty loop.
    double p999_ms() const {
        std::size_t remaining = total_count_ / 1000;
        for (std::size_t ms = buckets_.size(); ms-- > 0;) {
            if (buckets_[ms] > remaining) return static_cast<double>(ms + 1);
            remaining -= buckets_[ms];
        }
        return 0;
    }

private:
    // The index is the duration in milliseconds. The last bucket also counts longer ones.
    std::array<std::size_t, 1000> buckets_{};
    std::size_t total_count_ = 0;
};

struct RunResult {
    // The first violation and when it occurred. Empty if there was none.
    std::string violation;
    std::size_t frame_count = 0;
    // 99.9th percentile of the CPU time of one iteration of the event loop, see LatencyHistogram.
    double p999_ms = 0;
    // Time that passed on the simulated clock.
    base::Duration simulated_time{};
    // Memory between two visits, after the warm-up of the test.
    MemoryUsage early_memory;
    // Memory at the end.
    MemoryUsage late_memory;
    // Names of the screens that were shown, as in `draw --screen`.
    std::set<std::string> screens;
};

} // namespace harness
