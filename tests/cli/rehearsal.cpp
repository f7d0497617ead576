// Smaller rehearsals than `help-kiosk bench --monkey` and `--soak`, at the same things.
#include "cli/rehearsal/monkey.hpp"
#include "cli/rehearsal/soak.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

// Sanitizers make everything several times as slow, and keep their own account of the memory.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_itself = false;
#elif defined(__has_feature)
constexpr bool is_itself = !__has_feature(address_sanitizer);
#else
constexpr bool is_itself = true;
#endif

void check(const cli::Outcome& outcome, double heap_may_differ) {
    CHECK(outcome.fault == "");
    for (const char* screen :
         {"home", "section/signs", "slip/crisis", "languages", "display", "idle-warning", "cover"})
        CHECK_MESSAGE(outcome.screens.contains(screen), std::string(screen));
    if (!is_itself) return;
    CHECK(outcome.slowest_ms < 100);
    CHECK(std::abs(outcome.late.heap_mb / outcome.early.heap_mb - 1) < heap_may_differ);
}

} // namespace

TEST_CASE("a monkey in front of the full screen breaks nothing, not even as staff or at night") {
    const cli::Outcome outcome = cli::set_monkey_loose(test::real_content(), 5'000, 1, true);
    check(outcome, 0.3);
    for (const char* screen : {"staff/pin", "staff/page", "dark"})
        CHECK_MESSAGE(outcome.screens.contains(screen), std::string(screen));
}

TEST_CASE("a monkey in front of a window that changes its size breaks nothing") {
    check(cli::set_monkey_loose(test::real_content(), 5'000, 2, false), 0.3);
}

TEST_CASE("visits in every language leave nothing behind") {
    const cli::Outcome outcome = cli::soak(test::real_content(), 40, 1);
    check(outcome, 0.05);
    CHECK(outcome.time > std::chrono::hours{1});
}
