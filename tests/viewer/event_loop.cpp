// Tests the event loop with input, time and windows.
#include "os/wakeup.hpp"
#include "viewer/loop_fixture.hpp"

#include <cmath>
#include <stdexcept>

using namespace std::chrono_literals;
using test::LoopFixture;

TEST_CASE("a tap whose press and release are both in the queue opens the page in one frame") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    fixture.tap(fixture.target_of(session::OpenSection{"signs"}));
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.state().section == "signs");
    CHECK(fixture.loop.frame_count() == before + 1);
}

TEST_CASE("a flick that happened while one slow frame was drawn has the speed of the finger") {
    for (const auto duration : {60ms, 90ms, 180ms, 400ms}) {
        CAPTURE(duration.count());
        // The clock goes with that of SDL, so the events keep their age on a busy computer.
        base::Duration skipped{0};
        const Uint32 started = SDL_GetTicks();
        const auto clock = [&] {
            const base::Duration passed{SDL_GetTicks() - started};
            return base::ClockReading{base::Instant{1000s} + passed + skipped, {}, {}};
        };
        LoopFixture fixture(clock);
        fixture.kiosk.dispatch(session::OpenSection{"signs"}, clock());
        REQUIRE(fixture.kiosk.max_scroll_mm() > 60);
        const auto offset = [&](int percent) { return 1200.0 - percent; };
        const auto age = [&](int percent) { return 5ms + duration * (100 - percent) / 100; };
        skipped = 1s; // the frame
        const Uint32 ticks = SDL_GetTicks();
        LoopFixture::add_finger(SDL_FINGERDOWN, 500, offset(0), age(0), ticks);
        for (int percent = 5; percent <= 100; percent += 5)
            LoopFixture::add_finger(SDL_FINGERMOTION, 500, offset(percent), age(percent), ticks);
        LoopFixture::add_finger(SDL_FINGERUP, 500, offset(100), age(100), ticks);
        for (int i = 0; i < 3; ++i) fixture.loop.run_once(0ms);
        skipped += 2s; // until the page has stopped
        fixture.loop.run_once(0ms);
        const double finger_mm =
            100 * 25.4 * fixture.window.panel().inches / std::hypot(1080, 1920);
        CHECK(session::top_scroll_mm(fixture.kiosk.state()) > finger_mm + 5);
    }
}

TEST_CASE("a tap that happened before the deadline counts, even if it is handled after it") {
    base::ClockReading now{base::Instant{1000s}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    fixture.kiosk.dispatch(session::OpenSection{"signs"}, now);
    const base::Instant deadline = now.since_boot + fixture.kiosk.content().site.idle.ask_after;
    const auto home = fixture.kiosk.visible_rect(session::GoHome{});
    REQUIRE(home.has_value());
    const auto tap = [&] { // a second ago
        for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP})
            LoopFixture::add_finger(type, home->x + home->w / 2, home->y + home->h / 2, 1s);
        fixture.loop.run_once(0ms);
    };
    SUBCASE("it was before the deadline") {
        now.since_boot = deadline + 500ms;
        tap();
        CHECK(fixture.kiosk.state() == session::State{});
    }
    SUBCASE("it was after the deadline, so it only answers the question") {
        now.since_boot = deadline + 10s; // enough, however slow the computer is
        tap();
        CHECK(fixture.kiosk.state().section == "signs");
        CHECK_FALSE(fixture.kiosk.state().warned_at.has_value());
    }
}

TEST_CASE("a visit times out by the clock of the loop, not by that of the computer") {
    base::ClockReading now{base::Instant{1000s}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    fixture.open_section("signs");
    now.since_boot += 60s;
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.state().warned_at == now.since_boot);
    now.since_boot += 20s;
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.state() == session::State{});
}

TEST_CASE("when a visit ends, home is presented four times in 300 ms, to overwrite each buffer of "
          "the display") {
    base::ClockReading now{base::Instant{1000s}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    fixture.open_section("signs");
    const std::size_t before = fixture.loop.frame_count();
    fixture.tap(fixture.target_of(session::GoHome{}));
    for (int i = 0; i < 40; ++i) {
        fixture.loop.run_once(0ms);
        now.since_boot += 10ms;
    }
    CHECK(fixture.loop.frame_count() == before + 4);
}

TEST_CASE("no frame is drawn while nothing changes, even if the mouse moves") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    for (int i = 0; i < 20; ++i) {
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.x = i;
        SDL_PushEvent(&event);
        fixture.loop.run_once(0ms);
    }
    CHECK(fixture.loop.frame_count() == before);
}

TEST_CASE("a window that is exposed is drawn again") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    fixture.loop.run_once(0ms);
    CHECK(fixture.loop.frame_count() == before + 1);
}

TEST_CASE("after the renderer is reset, the textures are rendered again") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    SDL_Event event{};
    event.type = SDL_RENDER_DEVICE_RESET;
    SDL_PushEvent(&event);
    fixture.loop.run_once(0ms);
    CHECK(fixture.loop.frame_count() == before + 1);
    CHECK(fixture.kiosk.texture_bytes() > 0);
}

TEST_CASE("a visit that was open when the computer was suspended has ended after the resume") {
    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, base::Duration{0}};
    LoopFixture fixture([&now] { return now; });
    const render::Rect card = fixture.target_of(session::OpenSection{"signs"});
    fixture.open_section("signs");
    SUBCASE("without a touch") {
        now.since_boot += 5s; // less than the time until the idle warning
        now.suspended += 5s;
        os::wake_event_loop();
        fixture.loop.run_once(0ms);
        CHECK(fixture.kiosk.state() == session::State{});
    }
    SUBCASE("a touch acts on the home screen") {
        now.since_boot += 5s;
        now.suspended += 5s;
        fixture.tap(card);
        fixture.loop.run_once(0ms);
        CHECK(fixture.kiosk.state().section == "signs");
        CHECK(session::top_scroll_mm(fixture.kiosk.state()) == 0);
    }
    SUBCASE("a difference of a few milliseconds between the clocks is not a suspend") {
        now.since_boot += 5s;
        now.suspended += 5ms;
        os::wake_event_loop();
        fixture.loop.run_once(0ms);
        CHECK(fixture.kiosk.state().section == "signs");
    }
}

TEST_CASE(
    "closing a window on a desktop ends the program, and a lost display ends it with an error") {
    LoopFixture fixture;
    SDL_Event event{};
    SUBCASE("the window is closed") {
        event.type = SDL_WINDOWEVENT;
        event.window.event = SDL_WINDOWEVENT_CLOSE;
        SDL_PushEvent(&event);
        fixture.loop.run();
        CHECK(fixture.kiosk.state().is_covered); // the last picture
    }
    SUBCASE("the display is lost") {
        event.type = SDL_QUIT;
        SDL_PushEvent(&event);
        CHECK_THROWS_WITH_AS(fixture.loop.run(), "lost the connection to the display",
                             std::runtime_error);
    }
}

TEST_CASE(
    "outside the opening hours the display may be turned off, until a touch turns on the screen") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.holidays = {
        {2026y / std::chrono::December / 24, 2027y / std::chrono::January / 3}};
    base::ClockReading now{base::Instant{base::Duration{1'000'000}},
                           std::chrono::local_days{2026y / std::chrono::December / 23} + 23h +
                               59min,
                           {}};
    LoopFixture fixture([&now] { return now; }, content);
    now.since_boot += 60s;
    fixture.loop.run_once(0ms);
    CHECK(SDL_IsScreenSaverEnabled() == SDL_FALSE);
    now.local_time = std::chrono::local_days{2026y / std::chrono::December / 24};
    os::wake_event_loop(); // as when the clock is set
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.is_off_hours());
    CHECK(SDL_IsScreenSaverEnabled() == SDL_TRUE);
    fixture.finger(SDL_FINGERDOWN, {500, 500, 9, 9});
    fixture.loop.run_once(0ms);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    CHECK(SDL_IsScreenSaverEnabled() == SDL_FALSE);
}

TEST_CASE("the keys of the keypad in site.yaml work") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.keypad = {{content::KeypadFunction::down, "F13"},
                            {content::KeypadFunction::select, "F14"}};
    LoopFixture fixture(os::read_clock, content);
    fixture.push_key(SDLK_F13);
    CHECK(fixture.kiosk.focused_node() != nullptr);
    CHECK_FALSE(session::is_visit_active(fixture.kiosk.state()));
    fixture.push_key(SDLK_F14);
    CHECK(session::is_visit_active(fixture.kiosk.state()));
}

TEST_CASE("the key test shows the name of every key, which does nothing else there") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = "a hash";
    const base::ClockReading now{base::Instant{1000s}, {}, {}};
    LoopFixture fixture([&now] { return now; }, content);
    fixture.open_staff_screen(session::StaffScreen::keys, now);
    const auto tested_key = [&] { return fixture.kiosk.state().staff->tested_key; };
    fixture.push_key(SDLK_F13);
    CHECK(tested_key() == "F13");
    fixture.push_key(SDLK_ESCAPE);
    REQUIRE(session::is_on_staff_screen(fixture.kiosk.state(), session::StaffScreen::keys));
    CHECK(tested_key() == "Escape");
    fixture.kiosk.dispatch(session::GoBack{}, now);
    fixture.push_key(SDLK_F13);
    CHECK(tested_key().empty());
}
