// The real loop on SDL's dummy display.
#include "platform/loop.hpp"

#include "platform/outside.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>

using namespace std::chrono_literals;

namespace {

struct Station {
    platform::Window window;
    ui::Kiosk kiosk;
    platform::Loop loop;

    static platform::WindowWish wish() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        platform::WindowWish wish;
        wish.size = platform::WindowWish::Size{1080, 1920};
        return wish;
    }

    explicit Station(const platform::Clock& clock = platform::moment)
        : window(wish()), kiosk(test::real_content(), window.panel(), test::typesetter(), clock()),
          loop(window, kiosk, clock) {
        while (SDL_PollEvent(nullptr) != 0) loop.turn(0ms); // until the window has come up
    }

    void finger(Uint32 type, const ui::Rect& on) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>((on.x + on.w / 2) / 1080);
        event.tfinger.y = static_cast<float>((on.y + on.h / 2) / 1920);
        SDL_PushEvent(&event);
    }
    ui::Rect card(const char* section) {
        for (const ui::Node& node : kiosk.outline())
            if (node.event == session::Event(session::OpenSection{section})) return node.rect;
        FAIL("no such card");
        return {};
    }
};

} // namespace

TEST_CASE("a tap that is already over when the loop wakes still opens the page, in one frame") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    CHECK(station.kiosk.state().section == "signs");
    CHECK(station.loop.frames() == before + 1);
}

TEST_CASE("a visit ends when the loop's clock says so, whatever the machine's says") {
    ui::Moment time{1000s, {}};
    Station station([&time] { return time; });
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    time.now += 60s;
    station.loop.turn(0ms);
    CHECK(station.kiosk.state().asked == time.now);
    time.now += 20s;
    station.loop.turn(0ms);
    CHECK(station.kiosk.state() == session::State{});
}

TEST_CASE("nothing is drawn while nothing changes, whatever the mouse does") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    for (int i = 0; i < 20; ++i) {
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.x = i;
        SDL_PushEvent(&event);
        station.loop.turn(0ms);
    }
    CHECK(station.loop.frames() == before);
}

TEST_CASE("a window that was covered is drawn again") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    station.loop.turn(0ms);
    CHECK(station.loop.frames() == before + 1);
}

TEST_CASE("a lost renderer's pictures are painted anew") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    SDL_Event event{};
    event.type = SDL_RENDER_DEVICE_RESET;
    SDL_PushEvent(&event);
    station.loop.turn(0ms);
    CHECK(station.loop.frames() == before + 1);
    CHECK(station.kiosk.picture_bytes() > 0);
}

TEST_CASE("SIGTERM ends the loop though nothing else happens") {
    platform::listen_outside(); // first: SDL's threads must not take the signal
    Station station;
    kill(getpid(), SIGTERM);
    const auto start = std::chrono::steady_clock::now();
    station.loop.run();
    CHECK(std::chrono::steady_clock::now() - start < 1s);
}
