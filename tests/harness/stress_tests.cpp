// Smaller rehearsals than `help-kiosk bench --monkey` and `--soak`, at the same things.
#include "harness/monkey_test.hpp"
#include "harness/soak_test.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

// Sanitizers make everything several times as slow, and keep their own account of the memory.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_unsanitized = false;
#elif defined(__has_feature)
constexpr bool is_unsanitized = !__has_feature(address_sanitizer);
#else
constexpr bool is_unsanitized = true;
#endif

void check_result(const harness::RunResult& result, double max_heap_difference) {
    CHECK(result.violation == "");
    for (const char* screen :
         {"home", "section/signs", "slip/crisis", "languages", "display", "idle-warning", "cover"})
        CHECK_MESSAGE(result.screens.contains(screen), std::string(screen));
    if (!is_unsanitized) return;
    CHECK(result.p999_ms < 100);
    CHECK(std::abs(result.late_memory.heap_mb / result.early_memory.heap_mb - 1) < max_heap_difference);
}

} // namespace

TEST_CASE("a monkey in front of the full screen breaks nothing, not even as staff or at night") {
    const harness::RunResult result = harness::run_monkey_test(test::real_content(), 5'000, 1, true);
    check_result(result, 0.3);
    for (const char* screen : {"staff/pin", "staff/page", "dark"})
        CHECK_MESSAGE(result.screens.contains(screen), std::string(screen));
}

TEST_CASE("a monkey in front of a window that changes its size breaks nothing") {
    check_result(harness::run_monkey_test(test::real_content(), 5'000, 2, false), 0.3);
}

TEST_CASE("visits in every language leave nothing behind") {
    const harness::RunResult result = harness::run_soak_test(test::real_content(), 40, 1);
    check_result(result, 0.05);
    CHECK(result.simulated_time > std::chrono::hours{1});
}
