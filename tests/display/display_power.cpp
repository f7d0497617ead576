// Switches the displays of a fake compositor off and on.
#include "display/display_power.hpp"

#include "display/fake_compositor.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>

namespace {

using display::DisplayPower;
using test::FakeCompositor;
using test::FakeCompositorOptions;
using test::FakeOutput;
using namespace std::chrono_literals;

// Switches the displays off, as at night, after somebody was there for the last time.
void switch_off(DisplayPower& power, FakeCompositor& compositor) {
    power.switch_off();
    REQUIRE(compositor.wait_for_watcher());
    compositor.report_idle();
    REQUIRE(compositor.wait_until_on(std::vector<bool>(compositor.outputs().size(), false)));
}

constexpr int turned_by_90_degrees = 1;

} // namespace

TEST_CASE("a display is switched off when nobody touches it, and by a touch on again as it was") {
    const FakeOutput as_it_was{true, true, turned_by_90_degrees};
    FakeCompositor compositor({.outputs = {as_it_was}});
    const auto power = DisplayPower::create();
    REQUIRE(power);
    switch_off(*power, compositor);
    CHECK_FALSE(power->consume_touch());
    compositor.report_touch();
    CHECK(compositor.wait_until_on({true}));
    CHECK(compositor.outputs() == std::vector{as_it_was});
    CHECK(power->consume_touch());
    CHECK_FALSE(power->consume_touch());
}

TEST_CASE("a display that somebody touches is not switched off") {
    FakeCompositor compositor;
    auto power = DisplayPower::create();
    REQUIRE(power);
    power->switch_off();
    REQUIRE(compositor.wait_for_watcher());
    compositor.report_touch();
    power.reset();
    CHECK(compositor.request_count() == 0);
}

TEST_CASE("a display that is switched on again by the program reports no touch") {
    FakeCompositor compositor;
    const auto power = DisplayPower::create();
    REQUIRE(power);
    for (int night = 0; night < 3; ++night) {
        switch_off(*power, compositor);
        power->switch_on();
        CHECK(compositor.wait_until_on({true}));
        CHECK_FALSE(power->consume_touch());
    }
}

TEST_CASE("of two displays, only the one that was on is switched on again") {
    for (const bool is_first_on : {true, false}) {
        CAPTURE(is_first_on);
        FakeCompositor compositor({.outputs = {{.is_on = is_first_on}, {.is_on = !is_first_on}}});
        const auto power = DisplayPower::create();
        REQUIRE(power);
        switch_off(*power, compositor);
        power->switch_on();
        CHECK(compositor.wait_until_on({is_first_on, !is_first_on}));
    }
}

TEST_CASE("a display that is off when the program starts is switched on") {
    FakeCompositor compositor({.outputs = {{.is_on = false}}});
    const auto power = DisplayPower::create();
    REQUIRE(power);
    CHECK(compositor.wait_until_on({true}));
}

TEST_CASE("a display that is off when the program ends is switched on") {
    FakeCompositorOptions options;
    SUBCASE("long before") {}
    SUBCASE("before the program knows of it") {
        options.answer_delay = 30ms;
    }
    FakeCompositor compositor(options);
    auto power = DisplayPower::create();
    REQUIRE(power);
    switch_off(*power, compositor);
    power.reset();
    CHECK(compositor.wait_until_on({true}));
}

TEST_CASE(
    "a display that is wanted before the program knows that it is off is switched on at once") {
    FakeCompositor compositor({.answer_delay = 30ms});
    const auto power = DisplayPower::create();
    REQUIRE(power);
    switch_off(*power, compositor);
    const auto before = std::chrono::steady_clock::now();
    power->switch_on();
    CHECK(compositor.wait_until_on({true}));
    CHECK(std::chrono::steady_clock::now() - before < 1500ms); // a failed request waits 2 s
}

TEST_CASE("a display that is not switched off at once is switched off later") {
    FakeCompositor compositor;
    const auto power = DisplayPower::create();
    REQUIRE(power);
    compositor.refuse_next_request();
    switch_off(*power, compositor);
    CHECK(compositor.request_count() == 2);
}

TEST_CASE("another display that is connected at night is switched on in the morning") {
    FakeCompositor compositor;
    const auto power = DisplayPower::create();
    REQUIRE(power);
    switch_off(*power, compositor);
    compositor.unplug(0);
    compositor.plug_in({.is_on = false});
    power->switch_on();
    CHECK(compositor.wait_until_on({true}));
}

TEST_CASE("without a display that can be switched, there is no display power") {
    CHECK(DisplayPower::create() == nullptr);
    FakeCompositorOptions options;
    SUBCASE("no output management") {
        options.has_output_management = false;
    }
    SUBCASE("no notifications of touches") {
        options.has_idle_notifications = false;
    }
    const FakeCompositor compositor(options);
    CHECK(DisplayPower::create() == nullptr);
}

TEST_CASE("display power can end after its compositor has ended") {
    auto compositor = std::make_unique<FakeCompositor>();
    auto power = DisplayPower::create();
    REQUIRE(power);
    SUBCASE("by day") {}
    SUBCASE("at night") {
        switch_off(*power, *compositor);
    }
    compositor.reset();
    power->switch_on();
    power.reset();
    CHECK(power == nullptr);
}
