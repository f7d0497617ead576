#include "input/primary_pointer.hpp"

#include <doctest/doctest.h>

using input::PrimaryPointer;
using ui::TouchPhase;
using namespace std::chrono_literals;

namespace {

constexpr PrimaryPointer::PointerId first{1, 7}, second{1, 8}, mouse{};

} // namespace

TEST_CASE("the first finger counts until it lifts, and the others do not") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0, 0}, 0ms));
    for (const TouchPhase phase : {TouchPhase::down, TouchPhase::move, TouchPhase::up}) {
        CHECK_FALSE(primary_pointer.accept(second, phase, {0, 0}, 10ms));
        CHECK_FALSE(primary_pointer.accept(mouse, phase, {0, 0}, 10ms));
    }
    CHECK(primary_pointer.accept(first, TouchPhase::up, {0, 0}, 20ms));
    CHECK_FALSE(primary_pointer.accept(first, TouchPhase::up, {0, 0}, 20ms));
    CHECK(primary_pointer.accept(second, TouchPhase::down, {0, 0}, 20ms));
}

TEST_CASE("a finger of the same number on another screen is another finger") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept({1, 0}, TouchPhase::down, {0, 0}, 0ms));
    CHECK_FALSE(primary_pointer.accept({2, 0}, TouchPhase::up, {0, 0}, 0ms));
    CHECK(primary_pointer.accept({1, 0}, TouchPhase::up, {0, 0}, 0ms));
}

TEST_CASE("a finger that never lifts gives way once it has been still for a while") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0.5F, 0.5F}, 0ms));
    CHECK_FALSE(primary_pointer.accept(second, TouchPhase::down, {0, 0}, 2999ms));
    CHECK(primary_pointer.accept(second, TouchPhase::down, {0, 0}, 3000ms));
    CHECK_FALSE(primary_pointer.accept(first, TouchPhase::up, {0.5F, 0.5F}, 3100ms));
    CHECK(primary_pointer.accept(second, TouchPhase::up, {0, 0}, 3200ms));
}

TEST_CASE("a finger that moves keeps its hold, a bag that trembles does not") {
    for (const float step : {0.05F, 0.005F}) {
        PrimaryPointer primary_pointer;
        CHECK(primary_pointer.accept(first, TouchPhase::down, {0.5F, 0.5F}, 0ms));
        for (int i = 0; i < 40; ++i)
            CHECK(primary_pointer.accept(first, TouchPhase::move, {0.5F + (i % 2 == 0 ? step : 0), 0.5F},
                                         i * 100ms));
        CHECK(primary_pointer.accept(second, TouchPhase::down, {0, 0}, 4000ms) == (step < 0.02F));
    }
}

TEST_CASE("a finger whose lifting got lost may come down again at once") {
    PrimaryPointer primary_pointer;
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0, 0}, 0ms));
    CHECK(primary_pointer.accept(first, TouchPhase::down, {0.5F, 0}, 10ms));
    CHECK(primary_pointer.accept(first, TouchPhase::up, {0.5F, 0}, 20ms));
}
