#include "platform/grip.hpp"

#include <doctest/doctest.h>

using platform::Grip;
using ui::Contact;
using namespace std::chrono_literals;

namespace {

constexpr Grip::Pointer first{1, 7}, second{1, 8}, mouse{};

} // namespace

TEST_CASE("the first finger counts until it lifts, and the others do not") {
    Grip grip;
    CHECK(grip.counts(first, Contact::down, {0, 0}, 0ms));
    for (const Contact contact : {Contact::down, Contact::move, Contact::up}) {
        CHECK_FALSE(grip.counts(second, contact, {0, 0}, 10ms));
        CHECK_FALSE(grip.counts(mouse, contact, {0, 0}, 10ms));
    }
    CHECK(grip.counts(first, Contact::up, {0, 0}, 20ms));
    CHECK_FALSE(grip.counts(first, Contact::up, {0, 0}, 20ms));
    CHECK(grip.counts(second, Contact::down, {0, 0}, 20ms));
}

TEST_CASE("a finger of the same number on another screen is another finger") {
    Grip grip;
    CHECK(grip.counts({1, 0}, Contact::down, {0, 0}, 0ms));
    CHECK_FALSE(grip.counts({2, 0}, Contact::up, {0, 0}, 0ms));
    CHECK(grip.counts({1, 0}, Contact::up, {0, 0}, 0ms));
}

TEST_CASE("a finger that never lifts gives way once it has been still for a while") {
    Grip grip;
    CHECK(grip.counts(first, Contact::down, {0.5F, 0.5F}, 0ms));
    CHECK_FALSE(grip.counts(second, Contact::down, {0, 0}, 2999ms));
    CHECK(grip.counts(second, Contact::down, {0, 0}, 3000ms));
    CHECK_FALSE(grip.counts(first, Contact::up, {0.5F, 0.5F}, 3100ms));
    CHECK(grip.counts(second, Contact::up, {0, 0}, 3200ms));
}

TEST_CASE("a finger that moves keeps its hold, a bag that trembles does not") {
    for (const float step : {0.05F, 0.005F}) {
        Grip grip;
        CHECK(grip.counts(first, Contact::down, {0.5F, 0.5F}, 0ms));
        for (int i = 0; i < 40; ++i)
            CHECK(grip.counts(first, Contact::move, {0.5F + (i % 2 == 0 ? step : 0), 0.5F}, i * 100ms));
        CHECK(grip.counts(second, Contact::down, {0, 0}, 4000ms) == (step < 0.02F));
    }
}

TEST_CASE("a finger whose lifting got lost may come down again at once") {
    Grip grip;
    CHECK(grip.counts(first, Contact::down, {0, 0}, 0ms));
    CHECK(grip.counts(first, Contact::down, {0.5F, 0}, 10ms));
    CHECK(grip.counts(first, Contact::up, {0.5F, 0}, 20ms));
}
