#include "session/fault.hpp"

#include "sample.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <limits>

using namespace session;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{1'000'000};

// What is wrong with a visit to a section of the sample after `spoil`.
std::string fault_of(const std::function<void(State&)>& spoil) {
    State state;
    state.section = "signs";
    state.last_touch = now;
    spoil(state);
    return fault(test::sample(), state, now);
}

} // namespace

TEST_CASE("rest, the cover and a visit are valid") {
    CHECK(fault(test::sample(), {}, now) == "");
    State covered;
    covered.covered = true;
    CHECK(fault(test::sample(), covered, now) == "");
    CHECK(fault_of([](State&) {}) == "");
    CHECK(fault_of([](State& state) {
              state.slip = Slip{"text", true, now};
              state.language = "es";
              state.scroll[2] = 40;
              state.hiding = true;
          }) == "");
}

TEST_CASE("every way in which a State can be wrong is found") {
    CHECK(fault_of([](State& state) { state.section = "none"; }) ==
          "a section that this place does not show: none");
    CHECK(fault_of([](State& state) { state.section = "teachers"; }) ==
          "a section that this place does not show: teachers");
    CHECK(fault_of([](State& state) {
              state.slip = Slip{"staff", false, now};
          }) == "a slip without a line: staff");
    CHECK(fault_of([](State& state) {
              state.slip = Slip{"text", false, now};
          }) == "a slip without a line: text");
    CHECK(fault_of([](State& state) { state.language = "en"; }) == "a language that is not offered: en");
    CHECK(fault_of([](State& state) { state.language = "ar"; }) == "a language that is not offered: ar");
    CHECK(fault_of([](State& state) { state.text_size = 5; }) == "text size 5");
    CHECK(fault_of([](State& state) { state.look = static_cast<Look>(3); }) == "an unknown look");
    CHECK(fault_of([](State& state) { state.scroll[1] = std::numeric_limits<double>::quiet_NaN(); }) ==
          "a scroll that is no length");
    CHECK(fault_of([](State& state) { state.last_touch = now + 1ms; }) == "something that happens only later");
    CHECK(fault_of([](State& state) { state.covered = true; }) == "something of a visit under the cover");
    CHECK(fault_of([](State& state) { state.section.clear(); }) == "the time of a touch, after the visit");
    CHECK(fault_of([](State& state) { state.last_touch = now - 60s; }) == "a visit that outlives its end");
}
