#include "input/cursor_auto_hide.hpp"

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

TEST_CASE("the cursor is visible for three seconds after a mouse was moved") {
    input::CursorAutoHide cursor;
    CHECK_FALSE(cursor.hide_at().has_value());
    cursor.handle_event(mouse(5, 5), base::Instant{1000ms}); // the first position, not a movement
    CHECK_FALSE(cursor.hide_at().has_value());
    cursor.handle_event(mouse(6, 5), base::Instant{2000ms});
    CHECK(cursor.hide_at() == base::Instant{5000ms});
    cursor.handle_event(mouse(7, 5), base::Instant{3000ms});
    cursor.advance(base::Instant{5999ms});
    CHECK(cursor.hide_at() == base::Instant{6000ms});
    cursor.advance(base::Instant{6000ms});
    CHECK_FALSE(cursor.hide_at().has_value());
}

TEST_CASE("a touch hides the cursor and never shows it") {
    input::CursorAutoHide cursor;
    cursor.handle_event(mouse(5, 5, SDL_TOUCH_MOUSEID), base::Instant{1000ms});
    cursor.handle_event(mouse(9, 9, SDL_TOUCH_MOUSEID), base::Instant{1000ms});
    CHECK_FALSE(cursor.hide_at().has_value());
    cursor.handle_event(mouse(1, 1), base::Instant{1000ms});
    cursor.handle_event(mouse(2, 2), base::Instant{1000ms});
    SDL_Event finger{};
    finger.type = SDL_FINGERDOWN;
    cursor.handle_event(finger, base::Instant{1100ms});
    CHECK_FALSE(cursor.hide_at().has_value());
}
