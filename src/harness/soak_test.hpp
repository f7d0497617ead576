// The soak test: many realistic visits, one after the other, which shows that nothing accumulates.
#pragma once

#include "content/content.hpp"
#include "harness/run_result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace harness {

// Makes `visit_count` random visits, each in the next language of the site: a visitor reads,
// scrolls and tears off slips, and then presses Hide, goes home, or just walks away. Stops at the
// first violation. The same seed gives the same visits.
RunResult run_soak_test(const std::shared_ptr<const content::Content>& content,
                        std::size_t visit_count, std::uint64_t seed);

} // namespace harness
