// Tests unusual input from fingers, objects, loose cables, keyboards and window managers, one kind
// at a time, in the real event loop. The monkey test mixes all kinds.
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
    explicit InputFixture(std::nullopt_t full_screen)
        : simulation(test::real_content(), full_screen) {}

    SDL_FPoint position_of(const Event& event) const {
        const ui::Panel& panel = simulation.kiosk().theme().panel();
        for (const ui::OutlineNode& node : simulation.kiosk().outline()) {
            const render::Rect rect = node.visible_rect();
            if (node.event == event)
                return {static_cast<float>((rect.x + rect.w / 2) / panel.width_px),
                        static_cast<float>((rect.y + rect.h / 2) / panel.height_px)};
        }
        FAIL("the screen has no target for: ", describe(event));
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

TEST_CASE("of ten simultaneous fingers only the first one presses a button") {
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

TEST_CASE("a finger that slides off the screen presses no button") {
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

TEST_CASE("thousands of touch events between two frames are drawn in at most two frames") {
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
    // Higher than any event of the flood, of which the last ones may have been dropped.
    fixture.finger(SDL_FINGERMOTION, {0.5F, 0.1F});
    fixture.simulation.run_pending();
    CHECK(fixture.state().scroll_mm[0] > 0);
}

TEST_CASE("thousands of events of ten fingers are drawn in at most two frames") {
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

TEST_CASE("a finger that is never released loses priority after three seconds") {
    InputFixture fixture;
    fixture.finger(SDL_FINGERDOWN, {0.5F, 0.5F}, 1); // its cable is pulled, so there is no release
    fixture.simulation.run_pending();
    fixture.simulation.advance_while_blocked(1s);
    fixture.tap(open_signs, 2);
    CHECK(fixture.state() == State{}); // the first finger may still be on the screen
    // More than 2 s, because an event is as old as the real time that it waited.
    fixture.simulation.advance_while_blocked(2500ms);
    fixture.tap(open_signs, 2);
    CHECK(fixture.state().section == "signs");
}

TEST_CASE("the page that a stuck finger hides is covered when the next finger touches the screen") {
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

TEST_CASE("only navigation keys have an effect, and only without Ctrl, Alt and the system key") {
    InputFixture fixture;
    fixture.tap(open_signs);
    const std::uint64_t before = fixture.frame_hash();
    const auto is_navigation_key = [](SDL_Keycode key) {
        constexpr SDL_Keycode all[] = {SDLK_TAB,    SDLK_LEFT,      SDLK_RIGHT,    SDLK_UP,
                                       SDLK_DOWN,   SDLK_RETURN,    SDLK_KP_ENTER, SDLK_SPACE,
                                       SDLK_ESCAPE, SDLK_BACKSPACE, SDLK_HOME,     SDLK_F17,
                                       SDLK_F18,    SDLK_F19,       SDLK_F20};
        return std::find(std::begin(all), std::end(all), key) != std::end(all);
    };
    constexpr Uint16 modifiers[] = {KMOD_NONE, KMOD_LSHIFT, KMOD_CTRL,
                                    KMOD_LALT, KMOD_GUI,    KMOD_RCTRL | KMOD_LALT};
    for (int scancode = 0; scancode < SDL_NUM_SCANCODES; ++scancode) {
        SDL_Event event{};
        event.key.keysym.scancode = static_cast<SDL_Scancode>(scancode);
        event.key.keysym.sym = SDL_GetKeyFromScancode(event.key.keysym.scancode);
        for (const Uint16 modifier : modifiers) {
            const bool is_unmodified = (modifier & ~KMOD_SHIFT) == 0;
            if (is_unmodified && is_navigation_key(event.key.keysym.sym)) continue;
            event.key.keysym.mod = modifier;
            for (const Uint32 type : {SDL_KEYDOWN, SDL_KEYUP}) {
                event.type = type;
                SimulatedKiosk::push(event);
            }
        }
        fixture.simulation.run_pending();
        CHECK_MESSAGE(fixture.frame_hash() == before,
                      SDL_GetScancodeName(event.key.keysym.scancode));
    }
    CHECK(fixture.state().section == "signs");
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE(
    "text input, dropped files, the clipboard, gestures and game controllers have no effect") {
    InputFixture fixture;
    const std::uint64_t before = fixture.frame_hash();
    for (const Uint32 type :
         {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE, SDL_DROPTEXT, SDL_CLIPBOARDUPDATE,
          SDL_MULTIGESTURE, SDL_DOLLARGESTURE, SDL_CONTROLLERBUTTONDOWN, SDL_JOYDEVICEREMOVED,
          SDL_APP_TERMINATING, SDL_APP_LOWMEMORY, SDL_LOCALECHANGED})
        fixture.push(type);
    fixture.simulation.run_pending();
    CHECK(fixture.frame_hash() == before);
    CHECK(fixture.state() == State{});
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE("events for text input, dropped files and the clipboard are disabled in SDL") {
    const InputFixture fixture;
    CHECK_FALSE(SDL_IsTextInputActive());
    for (const Uint32 type :
         {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE, SDL_DROPTEXT, SDL_CLIPBOARDUPDATE})
        CHECK(SDL_GetEventState(type) == SDL_IGNORE);
}

TEST_CASE("a mouse wheel scrolls, and invalid wheel steps are ignored") {
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

TEST_CASE("a full-screen kiosk ignores the close event of a window manager") {
    InputFixture fixture(std::nullopt);
    fixture.close();
    CHECK(fixture.simulation.violation() == "");
}

TEST_CASE("a window on a desktop can be closed") {
    InputFixture fixture;
    fixture.close();
    CHECK(fixture.simulation.violation() == "the event loop ended");
}
