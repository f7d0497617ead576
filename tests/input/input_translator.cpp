#include "input/input_translator.hpp"

#include "content/key_name.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>

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

TEST_CASE("a touch is translated to pixels of the picture") {
    TranslatorFixture translate;
    const auto down = translate.touch(finger(SDL_FINGERDOWN, 1, 0.5F, 1));
    REQUIRE(down.has_value());
    CHECK(down->phase == TouchPhase::down);
    CHECK(down->x == doctest::Approx(499.5));
    CHECK(down->y == doctest::Approx(499));
    CHECK(translate.touch(finger(SDL_FINGERMOTION, 1, 0, 0))->phase == TouchPhase::move);
    CHECK(translate.touch(finger(SDL_FINGERUP, 1, 0, 0))->phase == TouchPhase::up);
}

TEST_CASE("other fingers and the mouse are ignored until the first finger is lifted") {
    TranslatorFixture translate;
    CHECK(translate(finger(SDL_FINGERDOWN, 1, 0, 0)).has_value());
    CHECK_FALSE(translate(finger(SDL_FINGERDOWN, 2, 0, 0)).has_value());
    CHECK_FALSE(translate(finger(SDL_FINGERMOTION, 2, 0, 0)).has_value());
    CHECK_FALSE(translate(finger(SDL_FINGERUP, 2, 0, 0)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT)).has_value());
    CHECK(translate(finger(SDL_FINGERUP, 1, 0, 0)).has_value());
    CHECK(translate(finger(SDL_FINGERDOWN, 2, 0, 0)).has_value());
}

TEST_CASE("a finger that is pressed on Hide takes priority over other fingers") {
    TranslatorFixture translate;
    translate.hide_rect = render::Rect{900, 400, 100, 100};
    CHECK(translate.touch(finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F)));
    CHECK_FALSE(translate.touch(finger(SDL_FINGERDOWN, 2, 0.1F, 0.1F)));
    CHECK(translate.touch(finger(SDL_FINGERDOWN, 3, 0.95F, 0.9F)));
    CHECK_FALSE(translate.touch(finger(SDL_FINGERMOTION, 1, 0.5F, 0.6F)));
    CHECK_FALSE(translate.touch(finger(SDL_FINGERUP, 1, 0.5F, 0.6F)));
    CHECK(translate.touch(finger(SDL_FINGERUP, 3, 0.95F, 0.9F)));
}

TEST_CASE("a repeated key event is ignored") {
    TranslatorFixture translate;
    SDL_Event down = key(SDLK_TAB);
    CHECK(translate(down));
    down.key.repeat = 1;
    CHECK_FALSE(translate(down));
}

TEST_CASE("invalid coordinates are moved onto the screen") {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    for (const float x : {nan, infinity, -infinity, -3.0F, 7.0F}) {
        TranslatorFixture translate;
        const auto touch = translate.touch(finger(SDL_FINGERDOWN, 1, x, x));
        CHECK(touch->x >= 0);
        CHECK(touch->x < 1000);
        CHECK(touch->y >= 0);
        CHECK(touch->y < 500);
    }
}

TEST_CASE("only the left mouse button is translated, and no mouse events made from touches") {
    TranslatorFixture translate;
    CHECK(translate.touch(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT))->phase == TouchPhase::down);
    CHECK(translate.touch(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT))->phase == TouchPhase::up);
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT)).has_value());
    CHECK_FALSE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_MIDDLE)).has_value());
    CHECK_FALSE(
        translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID)).has_value());
}

TEST_CASE("navigation keys are translated, keyboard shortcuts and all other keys are ignored") {
    TranslatorFixture translate;
    const auto is = [&](const SDL_Event& event, ui::Key expected) {
        const auto input = translate(event);
        return input && std::get<ui::Key>(*input) == expected;
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

TEST_CASE(
    "the keys of an EZ Access keypad are translated, whatever the keyboard layout has there") {
    TranslatorFixture translate;
    const auto key_at = [&](SDL_Scancode place, SDL_Keycode code) {
        SDL_Event event = key(code);
        event.key.keysym.scancode = place;
        const auto input = translate(event);
        return input ? std::optional(std::get<ui::Key>(*input)) : std::nullopt;
    };
    for (const SDL_Keycode code : {SDLK_UNKNOWN, SDLK_AUDIOMUTE}) {
        CHECK(key_at(SDL_SCANCODE_F17, code) == ui::Key::help);
        CHECK(key_at(SDL_SCANCODE_F18, code) == ui::Key::up);
        CHECK(key_at(SDL_SCANCODE_F19, code) == ui::Key::down);
        CHECK(key_at(SDL_SCANCODE_F20, code) == ui::Key::activate);
        CHECK_FALSE(key_at(SDL_SCANCODE_F16, code).has_value());
    }
    translate.translator.set_keypad({{content::KeypadFunction::left, "F19"}});
    CHECK(key_at(SDL_SCANCODE_F19, SDLK_UNKNOWN) == ui::Key::left);
}

TEST_CASE("the keys of a keypad come before those of every keyboard, which stay") {
    using content::KeypadFunction;
    TranslatorFixture translate;
    translate.translator.set_keypad({{KeypadFunction::up, "F13"},
                                     {KeypadFunction::select, "Keypad 5"},
                                     {KeypadFunction::help, "Home"},
                                     {KeypadFunction::softer, "A"}});
    const auto key_of = [&](SDL_Keycode code, Uint16 modifiers = KMOD_NONE) {
        const auto input = translate(key(code, modifiers));
        return input ? std::optional(std::get<ui::Key>(*input)) : std::nullopt;
    };
    CHECK(key_of(SDLK_F13) == ui::Key::up);
    CHECK(key_of(SDLK_KP_5) == ui::Key::activate);
    CHECK(key_of(SDLK_HOME) == ui::Key::help);
    CHECK(key_of(SDLK_a) == ui::Key::softer);
    CHECK(key_of(SDLK_RETURN) == ui::Key::activate);
    CHECK_FALSE(key_of(SDLK_F14).has_value());
    CHECK_FALSE(key_of(SDLK_F13, KMOD_LCTRL).has_value());
    translate.translator.set_keypad({});
    CHECK_FALSE(key_of(SDLK_F13).has_value());
}

TEST_CASE("SDL knows every name of a key by exactly that name") {
    std::set<SDL_Keycode> codes;
    for (const std::string_view name : content::key_names()) {
        CAPTURE(name);
        const SDL_Keycode code = SDL_GetKeyFromName(std::string(name).c_str());
        CHECK(code != SDLK_UNKNOWN);
        CHECK(SDL_GetKeyName(code) == name);
        CHECK(codes.insert(code).second);
    }
    CHECK(codes.size() > 100);
}
