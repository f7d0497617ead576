#include "platform/input.hpp"

#include <doctest/doctest.h>

#include <limits>

using platform::InputReader;
using ui::Contact;

namespace {

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

SDL_Event button(Uint32 type, Uint8 which, Uint32 device = 0) {
    SDL_Event event{};
    event.type = type;
    event.button.button = which;
    event.button.which = device;
    event.button.x = 30;
    event.button.y = 40;
    return event;
}

SDL_Event key(SDL_Keycode code, Uint16 modifiers = KMOD_NONE) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.keysym.mod = modifiers;
    return event;
}

struct Reader {
    InputReader reader;
    session::Instant now{};
    std::optional<ui::Rect> hide{};
    std::optional<platform::Input> operator()(const SDL_Event& event) {
        return reader.read(event, {1000, 500, platform::Turn::none, hide}, now);
    }
    std::optional<ui::Touch> touch(const SDL_Event& event) {
        const auto input = (*this)(event);
        return input ? std::optional(std::get<ui::Touch>(*input)) : std::nullopt;
    }
};

} // namespace

TEST_CASE("a finger is read in pixels of the window") {
    Reader read;
    const auto down = read.touch(finger(SDL_FINGERDOWN, 1, 0.5F, 1));
    REQUIRE(down.has_value());
    CHECK(down->contact == Contact::down);
    CHECK(down->x == doctest::Approx(499.5));
    CHECK(down->y == doctest::Approx(499));
    CHECK(read.touch(finger(SDL_FINGERMOTION, 1, 0, 0))->contact == Contact::move);
    CHECK(read.touch(finger(SDL_FINGERUP, 1, 0, 0))->contact == Contact::up);
}

TEST_CASE("only the first finger counts until it lifts") {
    Reader read;
    CHECK(read(finger(SDL_FINGERDOWN, 1, 0, 0)).has_value());
    CHECK_FALSE(read(finger(SDL_FINGERDOWN, 2, 0, 0)).has_value());
    CHECK_FALSE(read(finger(SDL_FINGERMOTION, 2, 0, 0)).has_value());
    CHECK_FALSE(read(finger(SDL_FINGERUP, 2, 0, 0)).has_value());
    CHECK_FALSE(read(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT)).has_value());
    CHECK(read(finger(SDL_FINGERUP, 1, 0, 0)).has_value());
    CHECK(read(finger(SDL_FINGERDOWN, 2, 0, 0)).has_value());
}

TEST_CASE("a finger that comes down on Hide counts, whatever others do") {
    Reader read;
    read.hide = ui::Rect{900, 400, 100, 100};
    CHECK(read.touch(finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F)));
    CHECK_FALSE(read.touch(finger(SDL_FINGERDOWN, 2, 0.1F, 0.1F)));
    CHECK(read.touch(finger(SDL_FINGERDOWN, 3, 0.95F, 0.9F)));
    CHECK_FALSE(read.touch(finger(SDL_FINGERMOTION, 1, 0.5F, 0.6F)));
    CHECK_FALSE(read.touch(finger(SDL_FINGERUP, 1, 0.5F, 0.6F)));
    CHECK(read.touch(finger(SDL_FINGERUP, 3, 0.95F, 0.9F)));
}

TEST_CASE("a key that something lies on is pressed once") {
    Reader read;
    SDL_Event down = key(SDLK_TAB);
    CHECK(read(down));
    down.key.repeat = 1;
    CHECK_FALSE(read(down));
}

TEST_CASE("nonsense places land on the screen") {
    constexpr float none = std::numeric_limits<float>::quiet_NaN(),
                    far = std::numeric_limits<float>::infinity();
    for (const float x : {none, far, -far, -3.0F, 7.0F}) {
        Reader read;
        const auto touch = read.touch(finger(SDL_FINGERDOWN, 1, x, x));
        CHECK(touch->x >= 0);
        CHECK(touch->x < 1000);
        CHECK(touch->y >= 0);
        CHECK(touch->y < 500);
    }
}

TEST_CASE("a mouse works on a desk, with its left button alone, and not as an echo of a finger") {
    Reader read;
    CHECK(read.touch(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT))->contact == Contact::down);
    CHECK(read.touch(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT))->contact == Contact::up);
    CHECK_FALSE(read(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT)).has_value());
    CHECK_FALSE(read(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT)).has_value());
    CHECK_FALSE(read(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_MIDDLE)).has_value());
    CHECK_FALSE(read(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID)).has_value());
}

TEST_CASE("keys that walk the screen are read, chords and all others are not") {
    Reader read;
    const auto is = [&](const SDL_Event& event, ui::Key wanted) {
        const auto input = read(event);
        return input && std::get<ui::Key>(*input) == wanted;
    };
    CHECK(is(key(SDLK_TAB), ui::Key::next));
    CHECK(is(key(SDLK_TAB, KMOD_LSHIFT), ui::Key::previous));
    CHECK(is(key(SDLK_RETURN), ui::Key::activate));
    CHECK(is(key(SDLK_ESCAPE), ui::Key::back));
    for (const Uint16 modifier : {KMOD_LCTRL, KMOD_LALT, KMOD_LGUI})
        CHECK_FALSE(read(key(SDLK_TAB, modifier)).has_value());
    for (const SDL_Keycode code : {SDLK_F4, SDLK_q, SDLK_PRINTSCREEN, SDLK_AC_BACK})
        CHECK_FALSE(read(key(code)).has_value());
}
