// How long the turns of the loop take, in time of the processor.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace harness {

class LatencyHistogram {
public:
    void record(double ms) {
        const auto bucket = static_cast<std::size_t>(std::max(0.0, ms));
        ++buckets_[std::min(bucket, buckets_.size() - 1)];
        ++total_count_;
    }

    // The slowest of 999 in 1000 turns, in whole milliseconds. An emulated machine is stopped for 100 ms at
    // times, and counts it as the program's: an empty loop sees that too.
    double p999_ms() const {
        std::size_t remaining = total_count_ / 1000;
        for (std::size_t ms = buckets_.size(); ms-- > 0;) {
            if (buckets_[ms] > remaining) return static_cast<double>(ms + 1);
            remaining -= buckets_[ms];
        }
        return 0;
    }

private:
    std::array<std::size_t, 1000> buckets_{}; // by their milliseconds; the last for all that took longer
    std::size_t total_count_ = 0;
};

} // namespace harness
