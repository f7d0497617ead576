// The real event loop on SDL's dummy display.
#pragma once

#include "os/clock.hpp"
#include "support/test_visitor.hpp"
#include "viewer/event_loop.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace test {

struct LoopFixture {
    display::Window window;
    ui::Kiosk kiosk;
    viewer::EventLoop loop;

    static display::WindowOptions window_options() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        display::WindowOptions options;
        options.size = display::WindowOptions::Size{1080, 1920};
        return options;
    }

    explicit LoopFixture(
        const base::ReadClock& clock = os::read_clock,
        const std::shared_ptr<const content::Content>& content = test::real_content())
        : window(window_options()), kiosk(content, window.panel(), test::typesetter(), clock()),
          loop(window, kiosk, clock) {
        while (SDL_PollEvent(nullptr) != 0 &&
               loop.run_once(std::chrono::milliseconds{
                   0})) { // until the events of the new window are handled
        }
    }

    void finger(Uint32 type, const render::Rect& target) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>((target.x + target.w / 2) / 1080);
        event.tfinger.y = static_cast<float>((target.y + target.h / 2) / 1920);
        SDL_PushEvent(&event);
    }
    // Adds an event that happened `age` before SDL's time `ticks`.
    static void add_finger(Uint32 type, double x, double y, std::chrono::milliseconds age,
                           Uint32 ticks = SDL_GetTicks()) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.timestamp = ticks - static_cast<Uint32>(age.count());
        event.tfinger.x = static_cast<float>(x / 1080);
        event.tfinger.y = static_cast<float>(y / 1920);
        SDL_PeepEvents(&event, 1, SDL_ADDEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
    }
    // Puts a press and a release into SDL's queue.
    void tap(const render::Rect& target) {
        finger(SDL_FINGERDOWN, target);
        finger(SDL_FINGERUP, target);
    }
    void push_key(SDL_Keycode key) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = key;
        event.key.timestamp = SDL_GetTicks();
        SDL_PushEvent(&event);
        loop.run_once(std::chrono::milliseconds{0});
    }
    // Opens a staff screen with the PIN 2580, which the site must have.
    void open_staff_screen(session::StaffScreen screen, const base::ClockReading& now) {
        kiosk.dispatch(session::OpenPinPad{}, now);
        for (const char digit : std::string_view("2580"))
            kiosk.dispatch(session::TypeDigit{digit}, now);
        kiosk.dispatch(session::SubmitPin{}, now);
        kiosk.dispatch(session::PinChecked{{'2', '5', '8', '0'}, true, {}}, now);
        kiosk.dispatch(session::OpenStaffScreen{screen}, now);
    }
    render::Rect target_of(const session::Event& event) {
        const auto rect = kiosk.visible_rect(event);
        REQUIRE(rect.has_value());
        return *rect;
    }
    void open_section(const char* section) {
        tap(target_of(session::OpenSection{section}));
        loop.run_once(std::chrono::milliseconds{0});
        REQUIRE(kiosk.state().section == section);
    }
};

} // namespace test
