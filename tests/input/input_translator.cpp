#include "input/input_translator.hpp"

#include <doctest/doctest.h>

#include <limits>

using input::InputTranslator;
using ui::TouchPhase;

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

struct TranslatorFixture {
    InputTranslator translator;
    base::Instant now{};
    std::optional<render::Rect> hide_rect{};
    std::optional<input::InputEvent> operator()(const SDL_Event& event) {
        return translator.translate(event, {1000, 500, display::Rotation::none, hide_rect}, now);
    }
    std::optional<ui::Touch> touch(const SDL_Event& event) {
        const auto input = (*this)(event);
        return input ? std::optional(std::get<ui::Touch>(*input)) : std::nullopt;
    }
};

} // namespace

TEST_CASE("a finger is read in pixels of the window") {
    TranslatorFixture translate;
    const auto down = translate.touch(finger(SDL_FINGERDOWN, 1, 0.5F, 1));
    REQUIRE(down.has_value());
    CHECK(down->phase == TouchPhase::down);
    CHECK(down->x == doctest::Approx(499.5));
    CHECK(down->y == doctest::Approx(499));
    CHECK(translate.touch(finger(SDL_FINGERMOTION, 1, 0, 0))->phase == TouchPhase::move);
    CHECK(translate.touch(finger(SDL_FINGERUP, 1, 0, 0))->phase == TouchPhase::up);
}

TEST_CASE("only the first finger counts until it lifts") {
    TranslatorFixture translate;
    CHECK(translate(finger(SDL_FINGERDOWN, 1, 0, 0)).has_value());
    CHECK_FALSE(translate(finger(SDL_FINGERDOWN, 2, 0, 0)).has_value());
    CHECK_FALSE(translate(finger(SDL_FINGERMOTION, 2, 0, 0)).has_value());
    CHECK_FALSE(translate(finger(SDL_FINGERUP, 2, 0, 0)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT)).has_value());
    CHECK(translate(finger(SDL_FINGERUP, 1, 0, 0)).has_value());
    CHECK(translate(finger(SDL_FINGERDOWN, 2, 0, 0)).has_value());
}

TEST_CASE("a finger that comes down on Hide counts, whatever others do") {
    TranslatorFixture translate;
    translate.hide_rect = render::Rect{900, 400, 100, 100};
    CHECK(translate.touch(finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F)));
    CHECK_FALSE(translate.touch(finger(SDL_FINGERDOWN, 2, 0.1F, 0.1F)));
    CHECK(translate.touch(finger(SDL_FINGERDOWN, 3, 0.95F, 0.9F)));
    CHECK_FALSE(translate.touch(finger(SDL_FINGERMOTION, 1, 0.5F, 0.6F)));
    CHECK_FALSE(translate.touch(finger(SDL_FINGERUP, 1, 0.5F, 0.6F)));
    CHECK(translate.touch(finger(SDL_FINGERUP, 3, 0.95F, 0.9F)));
}

TEST_CASE("a key that something lies on is pressed once") {
    TranslatorFixture translate;
    SDL_Event down = key(SDLK_TAB);
    CHECK(translate(down));
    down.key.repeat = 1;
    CHECK_FALSE(translate(down));
}

TEST_CASE("nonsense places land on the screen") {
    constexpr float none = std::numeric_limits<float>::quiet_NaN(),
                    far = std::numeric_limits<float>::infinity();
    for (const float x : {none, far, -far, -3.0F, 7.0F}) {
        TranslatorFixture translate;
        const auto touch = translate.touch(finger(SDL_FINGERDOWN, 1, x, x));
        CHECK(touch->x >= 0);
        CHECK(touch->x < 1000);
        CHECK(touch->y >= 0);
        CHECK(touch->y < 500);
    }
}

TEST_CASE("a mouse works on a desk, with its left button alone, and not as an echo of a finger") {
    TranslatorFixture translate;
    CHECK(translate.touch(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT))->phase == TouchPhase::down);
    CHECK(translate.touch(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT))->phase == TouchPhase::up);
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_MIDDLE)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID)).has_value());
}

TEST_CASE("keys that walk the screen are read, chords and all others are not") {
    TranslatorFixture translate;
    const auto is = [&](const SDL_Event& event, ui::Key wanted) {
        const auto input = translate(event);
        return input && std::get<ui::Key>(*input) == wanted;
    };
    CHECK(is(key(SDLK_TAB), ui::Key::next));
    CHECK(is(key(SDLK_TAB, KMOD_LSHIFT), ui::Key::previous));
    CHECK(is(key(SDLK_RETURN), ui::Key::activate));
    CHECK(is(key(SDLK_ESCAPE), ui::Key::back));
    for (const Uint16 modifier : {KMOD_LCTRL, KMOD_LALT, KMOD_LGUI})
        CHECK_FALSE(translate(key(SDLK_TAB, modifier)).has_value());
    for (const SDL_Keycode code : {SDLK_F4, SDLK_q, SDLK_PRINTSCREEN, SDLK_AC_BACK})
        CHECK_FALSE(translate(key(code)).has_value());
}
