// Short versions of the stress tests `help-kiosk bench --monkey` and `--soak`.
#include "harness/monkey_test.hpp"
#include "harness/soak_test.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

// With sanitizers everything takes several times as long, and the heap is not glibc's.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_unsanitized = false;
#elif defined(__has_feature)
constexpr bool is_unsanitized = !__has_feature(address_sanitizer);
#else
constexpr bool is_unsanitized = true;
#endif

void check_result(const harness::RunResult& result, double max_heap_difference) {
    CHECK(result.violation == "");
    for (const char* screen : {"home", "section/signs", "slip/crisis", "languages",
                               "display-settings", "idle-warning", "cover"})
        CHECK_MESSAGE(result.screens.contains(screen), std::string(screen));
    if (!is_unsanitized) return;
    CHECK(result.p999_ms < 100);
    CHECK(std::abs(result.late_memory.heap_mb / result.early_memory.heap_mb - 1) <
          max_heap_difference);
}

} // namespace

TEST_CASE("random input in full screen, with staff screens and off hours, violates no invariant" *
          doctest::test_suite("sweep")) {
    const harness::RunResult result =
        harness::run_monkey_test(test::real_content(), 3'000, 1, true);
    check_result(result, 0.3);
    for (const char* screen : {"staff/pin", "staff/overview", "off-hours"})
        CHECK_MESSAGE(result.screens.contains(screen), std::string(screen));
}

TEST_CASE("random input in a window that changes its size violates no invariant" *
          doctest::test_suite("sweep")) {
    check_result(harness::run_monkey_test(test::real_content(), 3'000, 2, false), 0.3);
}

TEST_CASE("memory does not grow with visits in every language" * doctest::test_suite("sweep")) {
    const harness::RunResult result = harness::run_soak_test(test::real_content(), 40, 1);
    check_result(result, 0.1); // the caches of texts are not yet full after so few visits
    CHECK(result.simulated_time > std::chrono::hours{1});
}
