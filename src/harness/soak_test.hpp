// The soak: visits as visitors make them, one after the other, to see that nothing of them piles up.
#pragma once

#include "harness/run_result.hpp"

#include <cstdint>
#include <memory>

namespace harness {

// So many random visits, each in the next language on a new day: reading, tearing off, scrolling, and then
// Hide, or Home, or just walking away. The same seed gives the same visits. Ends at the first fault.
RunResult run_soak_test(const std::shared_ptr<const content::Content>& content, std::size_t visit_count,
                        std::uint64_t seed);

} // namespace harness
