// The monkey test: random events of all kinds against the real event loop, without a display and
// faster than real time.
#pragma once

#include "content/content.hpp"
#include "harness/run_result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace harness {

// Injects at least `event_count` random events, full screen or in a window that changes its size.
// Stops at the first violation. The same seed gives the same events.
RunResult run_monkey_test(const std::shared_ptr<const content::Content>& content,
                          std::size_t event_count, std::uint64_t seed, bool is_full_screen);

} // namespace harness
