#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace test {

// Returns the highest amplitude of every `step`-th sample from `begin` on.
inline int peak_of(const std::vector<std::int16_t>& samples, std::size_t begin = 0,
                   std::size_t step = 1) {
    int peak = 0;
    for (std::size_t i = begin; i < samples.size(); i += step)
        peak = std::max(peak, std::abs(samples[i]));
    return peak;
}

} // namespace test
