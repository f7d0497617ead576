#include "input/primary_pointer.hpp"

#include <doctest/doctest.h>

using input::PrimaryPointer;
using ui::TouchPhase;
using namespace std::chrono_literals;

namespace {

constexpr PrimaryPointer::PointerId first{1, 7}, second{1, 8}, mouse_pointer{};

} // namespace

TEST_CASE("the first finger is the primary pointer until it is lifted") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0, 0}, base::Instant{0ms}));
    for (const TouchPhase phase : {TouchPhase::down, TouchPhase::move, TouchPhase::up}) {
        CHECK_FALSE(primary_pointer.accept(second, phase, {0, 0}, base::Instant{10ms}));
        CHECK_FALSE(primary_pointer.accept(mouse_pointer, phase, {0, 0}, base::Instant{10ms}));
    }
    CHECK(primary_pointer.accept(first, TouchPhase::up, {0, 0}, base::Instant{20ms}));
    CHECK_FALSE(primary_pointer.accept(first, TouchPhase::up, {0, 0}, base::Instant{20ms}));
    CHECK(primary_pointer.accept(second, TouchPhase::down, {0, 0}, base::Instant{20ms}));
}

TEST_CASE("fingers with the same ID on two devices are different pointers") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept({1, 0}, TouchPhase::down, {0, 0}, base::Instant{0ms}));
    CHECK_FALSE(primary_pointer.accept({2, 0}, TouchPhase::up, {0, 0}, base::Instant{0ms}));
    CHECK(primary_pointer.accept({1, 0}, TouchPhase::up, {0, 0}, base::Instant{0ms}));
}

TEST_CASE("a stationary touch loses priority after three seconds") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0.5F, 0.5F}, base::Instant{0ms}));
    CHECK_FALSE(primary_pointer.accept(second, TouchPhase::down, {0, 0}, base::Instant{2999ms}));
    CHECK(primary_pointer.accept(second, TouchPhase::down, {0, 0}, base::Instant{3000ms}));
    CHECK_FALSE(primary_pointer.accept(first, TouchPhase::up, {0.5F, 0.5F}, base::Instant{3100ms}));
    CHECK(primary_pointer.accept(second, TouchPhase::up, {0, 0}, base::Instant{3200ms}));
}

TEST_CASE("a moving finger keeps priority, a touch with small movements does not") {
    for (const float step : {0.05F, 0.005F}) {
        PrimaryPointer primary_pointer;
        CHECK(primary_pointer.accept(first, TouchPhase::down, {0.5F, 0.5F}, base::Instant{0ms}));
        for (int i = 0; i < 40; ++i)
            CHECK(primary_pointer.accept(first, TouchPhase::move,
                                         {0.5F + (i % 2 == 0 ? step : 0), 0.5F},
                                         base::Instant{i * 100ms}));
        CHECK(primary_pointer.accept(second, TouchPhase::down, {0, 0}, base::Instant{4000ms}) ==
              (step < 0.02F));
    }
}

TEST_CASE("a finger whose release was lost can be pressed again at once") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0, 0}, base::Instant{0ms}));
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0.5F, 0}, base::Instant{10ms}));
    CHECK(primary_pointer.accept(first, TouchPhase::up, {0.5F, 0}, base::Instant{20ms}));
}
