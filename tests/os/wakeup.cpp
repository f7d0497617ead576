#include "os/wakeup.hpp"

#include <SDL.h>
#include <doctest/doctest.h>

#include <optional>
#include <thread>

namespace {

int take_wakeup_count() {
    int count = 0;
    for (SDL_Event event; SDL_PollEvent(&event) != 0;)
        if (event.type == SDL_USEREVENT) ++count;
    return count;
}

} // namespace

TEST_CASE("a wake-up from another thread is an event only while the event queue may be used") {
    os::wake_event_loop(); // SDL has not been started
    REQUIRE(SDL_Init(SDL_INIT_EVENTS) == 0);
    std::optional<os::EventQueueAccess> access;
    access.emplace();
    std::thread(os::wake_event_loop).join();
    CHECK(take_wakeup_count() == 1);
    access.reset();
    std::thread(os::wake_event_loop).join();
    CHECK(take_wakeup_count() == 0);
    SDL_Quit();
    os::wake_event_loop();
}
