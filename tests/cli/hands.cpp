// What hands, bags, cables and keyboards do to the real loop, one by one. The monkey does it all at once.
#include "cli/rehearsal/station.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using cli::Station;
using namespace session;
using namespace std::chrono_literals;

namespace {

struct Hands {
    Station station{test::real_content(), platform::WindowWish::Size{720, 1280}};

    explicit Hands() = default;
    explicit Hands(std::nullopt_t full_screen) : station(test::real_content(), full_screen) {}

    SDL_FPoint on(const Event& event) const {
        const ui::Panel& panel = station.kiosk().theme().panel();
        for (const ui::Node& node : station.kiosk().outline()) {
            const ui::Rect rect = node.visible();
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
        Station::push(event);
    }
    void close() {
        SDL_Event event{};
        event.type = SDL_WINDOWEVENT;
        event.window.event = SDL_WINDOWEVENT_CLOSE;
        Station::push(event);
        station.turn();
    }
    void finger(Uint32 type, SDL_FPoint at, SDL_FingerID finger = 1) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.fingerId = finger;
        event.tfinger.x = at.x;
        event.tfinger.y = at.y;
        Station::push(event);
    }
    void tap(const Event& what, SDL_FingerID by = 1) {
        const SDL_FPoint at = on(what);
        finger(SDL_FINGERDOWN, at, by);
        finger(SDL_FINGERUP, at, by);
        station.turn();
    }
    const State& state() const { return station.kiosk().state(); }
    std::uint64_t picture() const { return station.kiosk().fingerprint(); }
};

const OpenSection signs{"signs"};

} // namespace

TEST_CASE("of ten fingers at once only the first one presses") {
    Hands hands;
    const SDL_FPoint first = hands.on(signs), others = hands.on(OpenLanguages{});
    for (int finger = 0; finger < 10; ++finger)
        hands.finger(SDL_FINGERDOWN, finger == 0 ? first : others, finger);
    for (int finger = 9; finger >= 0; --finger)
        hands.finger(SDL_FINGERUP, finger == 0 ? first : others, finger);
    hands.station.turn();
    CHECK(hands.state().section == "signs");
    CHECK_FALSE(hands.state().choosing_language);
}

TEST_CASE("a finger that slides off the screen presses nothing") {
    Hands hands;
    const SDL_FPoint from = hands.on(signs);
    for (const SDL_FPoint off : {SDL_FPoint{-0.2F, from.y}, SDL_FPoint{1.2F, from.y}, SDL_FPoint{from.x, 1.5F},
                                 SDL_FPoint{std::numeric_limits<float>::quiet_NaN(), from.y}}) {
        hands.finger(SDL_FINGERDOWN, from);
        hands.finger(SDL_FINGERMOTION, off);
        hands.finger(SDL_FINGERUP, off);
        hands.station.turn();
        CHECK(hands.state() == State{});
    }
}

TEST_CASE("touches that come much faster than frames do not hold up the picture") {
    Hands hands;
    hands.tap(OpenSection{"signs"});
    hands.tap(OpenDisplay{});
    hands.tap(SetTextSize{largest_text});
    hands.tap(GoBack{});
    REQUIRE(hands.station.kiosk().furthest_scroll() > 0);
    const std::size_t before = hands.station.outcome().frames;
    hands.finger(SDL_FINGERDOWN, {0.5F, 0.6F});
    for (int i = 0; i < 5000; ++i)
        hands.finger(SDL_FINGERMOTION, {0.5F, 0.4F + 0.2F * std::sin(static_cast<float>(i))});
    hands.finger(SDL_FINGERMOTION, {0.5F, 0.5F});
    hands.station.turn();
    CHECK(hands.station.outcome().frames - before <= 2);
    hands.finger(SDL_FINGERMOTION, {0.5F, 0.4F});
    hands.station.turn();
    CHECK(hands.state().scroll[0] > 0);
}

TEST_CASE("ten fingers dancing for a minute are drawn as often as one") {
    Hands hands;
    hands.tap(OpenSection{"signs"});
    const std::size_t before = hands.station.outcome().frames;
    for (int i = 0; i < 1000; ++i)
        for (int finger = 0; finger < 10; ++finger)
            hands.finger(SDL_FINGERDOWN + static_cast<Uint32>(i % 3), {0.5F, 0.5F}, finger);
    hands.station.turn();
    CHECK(hands.station.outcome().frames - before <= 2);
    CHECK(hands.station.fault() == "");
}

TEST_CASE("a finger that never lifts does not keep the next one from pressing") {
    Hands hands;
    hands.finger(SDL_FINGERDOWN, {0.5F, 0.5F}, 1); // and then its cable is pulled
    hands.station.turn();
    hands.station.oversleep(1s);
    hands.tap(signs, 2);
    CHECK(hands.state() == State{}); // it might still be a hand that is resting
    hands.station.oversleep(2s);
    hands.tap(signs, 2);
    CHECK(hands.state().section == "signs");
}

TEST_CASE("what a finger that never lifts was hiding stays hidden from the next visitor") {
    Hands hands;
    hands.tap(signs);
    hands.finger(SDL_FINGERDOWN, hands.on(Hide{}), 1);
    hands.station.turn();
    CHECK(hands.state().hiding);
    hands.station.oversleep(10s);
    hands.finger(SDL_FINGERDOWN, {0.5F, 0.5F}, 2);
    hands.station.turn();
    CHECK(hands.state().covered);
    CHECK_FALSE(visit_open(hands.state()));
    CHECK(hands.station.fault() == "");
}

TEST_CASE(
    "only the keys that walk the screen change anything, and none of them with Ctrl, Alt or the system key") {
    Hands hands;
    hands.tap(signs);
    const std::uint64_t before = hands.picture();
    const auto walks = [](SDL_Keycode key) {
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
            const bool heard = (chord & ~KMOD_SHIFT) == 0;
            if (heard && walks(event.key.keysym.sym)) continue;
            event.key.keysym.mod = chord;
            for (const Uint32 type : {SDL_KEYDOWN, SDL_KEYUP}) event.type = type, Station::push(event);
        }
        hands.station.turn();
        CHECK_MESSAGE(hands.picture() == before, SDL_GetScancodeName(event.key.keysym.scancode));
    }
    CHECK(hands.state().section == "signs");
    CHECK(hands.station.fault() == "");
}

TEST_CASE("words, dropped files, the clipboard, gestures and game pads change nothing") {
    Hands hands;
    const std::uint64_t before = hands.picture();
    for (const Uint32 type : {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE, SDL_DROPTEXT, SDL_CLIPBOARDUPDATE,
                              SDL_MULTIGESTURE, SDL_DOLLARGESTURE, SDL_CONTROLLERBUTTONDOWN,
                              SDL_JOYDEVICEREMOVED, SDL_APP_TERMINATING, SDL_APP_LOWMEMORY, SDL_LOCALECHANGED})
        hands.push(type);
    hands.station.turn();
    CHECK(hands.picture() == before);
    CHECK(hands.state() == State{});
    CHECK(hands.station.fault() == "");
}

TEST_CASE("SDL is not even asked for words, files and the clipboard, so that a file let go of is never held") {
    const Hands hands;
    CHECK_FALSE(SDL_IsTextInputActive());
    for (const Uint32 type : {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_DROPFILE, SDL_DROPTEXT, SDL_CLIPBOARDUPDATE})
        CHECK(SDL_GetEventState(type) == SDL_IGNORE);
}

TEST_CASE("a wheel scrolls, and by nonsense it does not") {
    Hands hands;
    hands.tap(OpenDisplay{});
    hands.tap(SetTextSize{largest_text});
    hands.tap(GoBack{});
    hands.tap(signs);
    const auto turn_wheel = [&](float steps) {
        SDL_Event event{};
        event.type = SDL_MOUSEWHEEL;
        event.wheel.preciseY = steps;
        Station::push(event);
        hands.station.turn();
        return hands.state().scroll[0];
    };
    const double once = turn_wheel(-1);
    CHECK(once > 0);
    using Limits = std::numeric_limits<float>;
    for (const float nonsense : {Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity()})
        CHECK(turn_wheel(nonsense) == once);
    CHECK(turn_wheel(-Limits::max()) <= hands.station.kiosk().furthest_scroll());
    CHECK(turn_wheel(Limits::max()) >= 0);
}

TEST_CASE("no window manager can close it in full screen") {
    Hands hands(std::nullopt);
    hands.close();
    CHECK(hands.station.fault() == "");
}

TEST_CASE("a window on a desk can be closed") {
    Hands hands;
    hands.close();
    CHECK(hands.station.fault() == "the loop ended");
}
