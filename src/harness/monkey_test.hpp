// The monkey: random events of every kind against the real loop, without a display and faster than real time.
#pragma once

#include "harness/run_result.hpp"

#include <cstdint>
#include <memory>

namespace harness {

// So many events, or a few more, in full screen or in a window that changes its size. The same seed gives the
// same events. Ends at the first fault.
RunResult run_monkey_test(const std::shared_ptr<const content::Content>& content, std::size_t events,
                          std::uint64_t seed, bool is_full_screen);

} // namespace harness
