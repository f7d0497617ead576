// How long the turns of the loop take, in time of the processor.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace cli {

class Stopwatch {
public:
    void note(double ms) {
        const auto whole = static_cast<std::size_t>(std::max(0.0, ms));
        ++turns_[std::min(whole, turns_.size() - 1)];
        ++all_;
    }

    // The slowest of 999 in 1000 turns, in whole milliseconds. An emulated machine is stopped for 100 ms at
    // times, and counts it as the program's: an empty loop sees that too.
    double slowest_ms() const {
        std::size_t left_out = all_ / 1000;
        for (std::size_t ms = turns_.size(); ms-- > 0;) {
            if (turns_[ms] > left_out) return static_cast<double>(ms + 1);
            left_out -= turns_[ms];
        }
        return 0;
    }

private:
    std::array<std::size_t, 1000> turns_{}; // by their milliseconds; the last for all that took longer
    std::size_t all_ = 0;
};

} // namespace cli
