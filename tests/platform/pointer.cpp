#include "platform/pointer.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;

namespace {

SDL_Event mouse(int x, int y, Uint32 device = 0) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.which = device;
    event.motion.x = x;
    event.motion.y = y;
    return event;
}

} // namespace

TEST_CASE("the pointer shows for three seconds after a mouse has moved") {
    platform::Pointer pointer;
    CHECK_FALSE(pointer.deadline().has_value());
    pointer.hear(mouse(5, 5), 1000ms); // where it is, not that it moved
    CHECK_FALSE(pointer.deadline().has_value());
    pointer.hear(mouse(6, 5), 2000ms);
    CHECK(pointer.deadline() == 5000ms);
    pointer.hear(mouse(7, 5), 3000ms);
    pointer.pass(5999ms);
    CHECK(pointer.deadline() == 6000ms);
    pointer.pass(6000ms);
    CHECK_FALSE(pointer.deadline().has_value());
}

TEST_CASE("a finger hides it, and never shows it") {
    platform::Pointer pointer;
    pointer.hear(mouse(5, 5, SDL_TOUCH_MOUSEID), 1000ms);
    pointer.hear(mouse(9, 9, SDL_TOUCH_MOUSEID), 1000ms);
    CHECK_FALSE(pointer.deadline().has_value());
    pointer.hear(mouse(1, 1), 1000ms);
    pointer.hear(mouse(2, 2), 1000ms);
    SDL_Event finger{};
    finger.type = SDL_FINGERDOWN;
    pointer.hear(finger, 1100ms);
    CHECK_FALSE(pointer.deadline().has_value());
}
