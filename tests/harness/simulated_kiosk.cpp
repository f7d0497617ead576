// What hands, bags, cables and keyboards do to the real loop, one by one. The monkey does it all at once.
#include "harness/simulated_kiosk.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using harness::SimulatedKiosk;
using namespace session;
using namespace std::chrono_literals;

namespace {

struct InputFixture {
    SimulatedKiosk simulation{test::real_content(), display::WindowOptions::Size{720, 1280}};

    explicit InputFixture() = default;
    explicit InputFixture(std::nullopt_t full_screen) : simulation(test::real_content(), full_screen) {}

    SDL_FPoint position_of(const Event& event) const {
        const ui::Panel& panel = simulation.kiosk().theme().panel();
        for (const ui::OutlineNode& node : simulation.kiosk().outline()) {
            const render::Rect rect = node.visible_rect();
            if (node.event == event)
                return {static_cast<float>((rect.x + rect.w / 2) / panel.width_px),
                        static_cast<float>((rect.y + rect.h / 2) / panel.height_px)};
        }
        FAIL("nothing on the screen does: ", describe(event));
        return {};
    }
    void push(Uint32 type) {
        SDL_Event event{};
        event.type = type;
        SimulatedKiosk::push(event);
    }
    void close() {
        SDL_Event event{};
        event.type = SDL_WINDOWEVENT;
        event.window.event = SDL_WINDOWEVENT_CLOSE;
        SimulatedKiosk::push(event);
        simulation.run_pending();
    }
    void finger(Uint32 type, SDL_FPoint at, SDL_FingerID finger = 1) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.fingerId = finger;
        event.tfinger.x = at.x;
        event.tfinger.y = at.y;
        SimulatedKiosk::push(event);
    }
    void tap(const Event& event, SDL_FingerID finger_id = 1) {
        const SDL_FPoint at = position_of(event);
        finger(SDL_FINGERDOWN, at, finger_id);
        finger(SDL_FINGERUP, at, finger_id);
        simulation.run_pending();
    }
    const State& state() const { return simulation.kiosk().state(); }
    std::uint64_t frame_hash() const { return simulation.kiosk().frame_hash(); }
};

const OpenSection open_signs{"signs"};

} // namespace

TEST_CASE("of ten fingers at once only the first one presses") {
    InputFixture fixture;
    const SDL_FPoint first = fixture.position_of(open_signs),
                     others = fixture.position_of(OpenLanguagePicker{});
    for (int finger = 0; finger < 10; ++finger)
        fixture.finger(SDL_FINGERDOWN, finger == 0 ? first : others, finger);
    for (int finger = 9; finger >= 0; --finger)
        fixture.finger(SDL_FINGERUP, finger == 0 ? first : others, finger);
    fixture.simulation.run_pending();
    CHECK(fixture.state().section == "signs");
    CHECK_FALSE(fixture.state().is_language_picker_open);
}

TEST_CASE("a finger that slides off the screen presses nothing") {
    InputFixture fixture;
    const SDL_FPoint from = fixture.position_of(open_signs);
    for (const SDL_FPoint outside :
         {SDL_FPoint{-0.2F, from.y}, SDL_FPoint{1.2F, from.y}, SDL_FPoint{from.x, 1.5F},
          SDL_FPoint{std::numeric_limits<float>::quiet_NaN(), from.y}}) {
        fixture.finger(SDL_FINGERDOWN, from);
        fixture.finger(SDL_FINGERMOTION, outside);
        fixture.finger(SDL_FINGERUP, outside);
        fixture.simulation.run_pending();
        CHECK(fixture.state() == State{});
    }
}

TEST_CASE("touches that come much faster than frames do not hold up the picture") {
    InputFixture fixture;
    fixture.tap(OpenSection{"signs"});
    fixture.tap(OpenDisplaySettings{});
    fixture.tap(SetTextSize{max_text_size});
    fixture.tap(GoBack{});
    REQUIRE(fixture.simulation.kiosk().max_scroll_mm() > 0);
    const std::size_t before = fixture.simulation.result().frame_count;
    fixture.finger(SDL_FINGERDOWN, {0.5F, 0.6F});
    for (int i = 0; i < 5000; ++i)
        fixture.finger(SDL_FINGERMOTION, {0.5F, 0.4F + 0.2F * std::sin(static_cast<float>(i))});
    fixture.finger(SDL_FINGERMOTION, {0.5F, 0.5F});
    fixture.simulation.run_pending();
    CHECK(fixture.simulation.result().frame_count - before <= 2);
    fixture.finger(SDL_FINGERMOTION, {0.5F, 0.4F});
    fixture.simulation.run_pending();
    CHECK(fixture.state().scroll_mm[0] > 0);
}

TEST_CASE("ten fingers dancing for a minute are drawn as often as one") {
    InputFixture fixture;
    fixture.tap(OpenSection{"signs"});
    const std::size_t before = fixture.simulation.result().frame_count;
    for (int i = 0; i < 1000; ++i)
        for (int finger = 0; finger < 10; ++finger)
            fixture.finger(SDL_FINGERDOWN + static_cast<Uint32>(i % 3), {0.5F, 0.5F}, finger);
    fixture.simulation.run_pending();
    CHECK(fixture.simulation.result().frame_count - before <= 2);
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE("a finger that never lifts does not keep the next one from pressing") {
    InputFixture fixture;
    fixture.finger(SDL_FINGERDOWN, {0.5F, 0.5F}, 1); // and then its cable is pulled
    fixture.simulation.run_pending();
    fixture.simulation.advance_while_blocked(1s);
    fixture.tap(open_signs, 2);
    CHECK(fixture.state() == State{}); // it might still be a hand that is resting
    fixture.simulation.advance_while_blocked(2s);
    fixture.tap(open_signs, 2);
    CHECK(fixture.state().section == "signs");
}

TEST_CASE("what a finger that never lifts was hiding stays hidden from the next visitor") {
    InputFixture fixture;
    fixture.tap(open_signs);
    fixture.finger(SDL_FINGERDOWN, fixture.position_of(Hide{}), 1);
    fixture.simulation.run_pending();
    CHECK(fixture.state().is_hide_pressed);
    fixture.simulation.advance_while_blocked(10s);
    fixture.finger(SDL_FINGERDOWN, {0.5F, 0.5F}, 2);
    fixture.simulation.run_pending();
    CHECK(fixture.state().is_covered);
    CHECK_FALSE(is_visit_active(fixture.state()));
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE(
    "only the keys that walk the screen change anything, and none of them with Ctrl, Alt or the system key") {
    InputFixture fixture;
    fixture.tap(open_signs);
    const std::uint64_t before = fixture.frame_hash();
    const auto is_navigation_key = [](SDL_Keycode key) {
        constexpr SDL_Keycode all[] = {SDLK_TAB,    SDLK_LEFT,      SDLK_RIGHT,    SDLK_UP,
                                       SDLK_DOWN,   SDLK_RETURN,    SDLK_KP_ENTER, SDLK_SPACE,
                                       SDLK_ESCAPE, SDLK_BACKSPACE, SDLK_HOME};
        return std::find(std::begin(all), std::end(all), key) != std::end(all);
    };
    constexpr Uint16 chords[] = {KMOD_NONE, KMOD_LSHIFT, KMOD_CTRL,
                                 KMOD_LALT, KMOD_GUI,    KMOD_RCTRL | KMOD_LALT};
    for (int scancode = 0; scancode < SDL_NUM_SCANCODES; ++scancode) {
        SDL_Event event{};
        event.key.keysym.scancode = static_cast<SDL_Scancode>(scancode);
        event.key.keysym.sym = SDL_GetKeyFromScancode(event.key.keysym.scancode);
        for (const Uint16 chord : chords) {
            const bool is_unmodified = (chord & ~KMOD_SHIFT) == 0;
            if (is_unmodified && is_navigation_key(event.key.keysym.sym)) continue;
            event.key.keysym.mod = chord;
            for (const Uint32 type : {SDL_KEYDOWN, SDL_KEYUP}) event.type = type, SimulatedKiosk::push(event);
        }
        fixture.simulation.run_pending();
        CHECK_MESSAGE(fixture.frame_hash() == before, SDL_GetScancodeName(event.key.keysym.scancode));
    }
    CHECK(fixture.state().section == "signs");
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE("words, dropped files, the clipboard, gestures and game pads change nothing") {
    InputFixture fixture;
    const std::uint64_t before = fixture.frame_hash();
    for (const Uint32 type : {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE, SDL_DROPTEXT, SDL_CLIPBOARDUPDATE,
                              SDL_MULTIGESTURE, SDL_DOLLARGESTURE, SDL_CONTROLLERBUTTONDOWN,
                              SDL_JOYDEVICEREMOVED, SDL_APP_TERMINATING, SDL_APP_LOWMEMORY, SDL_LOCALECHANGED})
        fixture.push(type);
    fixture.simulation.run_pending();
    CHECK(fixture.frame_hash() == before);
    CHECK(fixture.state() == State{});
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE("SDL is not even asked for words, files and the clipboard, so that a file let go of is never held") {
    const InputFixture fixture;
    CHECK_FALSE(SDL_IsTextInputActive());
    for (const Uint32 type : {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE, SDL_DROPTEXT, SDL_CLIPBOARDUPDATE})
        CHECK(SDL_GetEventState(type) == SDL_IGNORE);
}

TEST_CASE("a wheel scrolls, and by nonsense it does not") {
    InputFixture fixture;
    fixture.tap(OpenDisplaySettings{});
    fixture.tap(SetTextSize{max_text_size});
    fixture.tap(GoBack{});
    fixture.tap(open_signs);
    const auto scroll_wheel = [&](float steps) {
        SDL_Event event{};
        event.type = SDL_MOUSEWHEEL;
        event.wheel.preciseY = steps;
        SimulatedKiosk::push(event);
        fixture.simulation.run_pending();
        return fixture.state().scroll_mm[0];
    };
    const double after_one_step = scroll_wheel(-1);
    CHECK(after_one_step > 0);
    using Limits = std::numeric_limits<float>;
    for (const float invalid : {Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity()})
        CHECK(scroll_wheel(invalid) == after_one_step);
    CHECK(scroll_wheel(-Limits::max()) <= fixture.simulation.kiosk().max_scroll_mm());
    CHECK(scroll_wheel(Limits::max()) >= 0);
}

TEST_CASE("no window manager can close it in full screen") {
    InputFixture fixture(std::nullopt);
    fixture.close();
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE("a window on a desk can be closed") {
    InputFixture fixture;
    fixture.close();
    CHECK(fixture.simulation.violation() == "the loop ended");
}
