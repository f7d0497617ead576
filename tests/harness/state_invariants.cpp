// Tests that every kind of invalid state is found.
#include "harness/invariants.hpp"
#include "session/sample_visit.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <limits>

using namespace session;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant now{1'000'000ms};

// Returns the violation of a visit to a section of the sample content after `change_state`.
std::string violation_of(const std::function<void(State&)>& change_state) {
    State state;
    state.section = "signs";
    state.last_touch_at = now;
    change_state(state);
    return harness::find_state_violation(test::sample(), state, now);
}

} // namespace

TEST_CASE("the idle state, the cover and an active visit are valid") {
    CHECK(harness::find_state_violation(test::sample(), {}, now) == "");
    State covered;
    covered.is_covered = true;
    CHECK(harness::find_state_violation(test::sample(), covered, now) == "");
    CHECK(violation_of([](State&) {}) == "");
    CHECK(violation_of([](State& state) {
              state.slip = Slip{"text", true, now};
              state.language = "es";
              state.scroll_mm[2] = 40;
              state.is_hide_pressed = true;
          }) == "");
}

TEST_CASE("each kind of invalid state is reported") {
    CHECK(violation_of([](State& state) { state.section = "none"; }) ==
          "a section that is not shown at this place: none");
    CHECK(violation_of([](State& state) { state.section = "teachers"; }) ==
          "a section that is not shown at this place: teachers");
    CHECK(violation_of([](State& state) {
              state.slip = Slip{"staff", false, now};
          }) == "a slip without a help line: staff");
    CHECK(violation_of([](State& state) {
              state.slip = Slip{"text", false, now};
          }) == "a slip without a help line: text");
    CHECK(violation_of([](State& state) { state.language = "en"; }) ==
          "a language that is not offered: en");
    CHECK(violation_of([](State& state) { state.language = "ar"; }) ==
          "a language that is not offered: ar");
    CHECK(violation_of([](State& state) { state.text_size = 5; }) == "an invalid text size: 5");
    CHECK(violation_of([](State& state) { state.color_scheme = static_cast<ColorScheme>(3); }) ==
          "an unknown color scheme");
    CHECK(violation_of([](State& state) {
              state.scroll_mm[1] = std::numeric_limits<double>::quiet_NaN();
          }) == "an invalid scroll position");
    CHECK(violation_of([](State& state) { state.last_touch_at = now + 1ms; }) ==
          "a time in the future");
    CHECK(violation_of([](State& state) { state.is_covered = true; }) ==
          "part of a visit is left under the cover");
    CHECK(violation_of([](State& state) { state.section.clear(); }) ==
          "the time of a touch is left after the visit");
    CHECK(violation_of([](State& state) { state.last_touch_at = now - 60s; }) ==
          "a visit that is active after its timeout");
}
