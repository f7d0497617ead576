#include "input/input_translator.hpp"

#include <algorithm>
#include <cmath>

namespace input {

namespace {

constexpr double wheel_step_mm = 25;

ui::Key key_of(content::KeypadFunction function) {
    using enum content::KeypadFunction;
    switch (function) {
    case up:
        return ui::Key::up;
    case down:
        return ui::Key::down;
    case left:
        return ui::Key::left;
    case right:
        return ui::Key::right;
    case select:
        return ui::Key::activate;
    case back:
        return ui::Key::back;
    case home:
        return ui::Key::home;
    case help:
        return ui::Key::help;
    case louder:
        return ui::Key::louder;
    case softer:
        break;
    }
    return ui::Key::softer;
}

// The keys of every keyboard.
std::optional<InputEvent> translate_keyboard_key(SDL_Keycode key, bool has_shift) {
    switch (key) {
    case SDLK_TAB:
        return has_shift ? ui::Key::previous : ui::Key::next;
    case SDLK_LEFT:
        return ui::Key::left;
    case SDLK_RIGHT:
        return ui::Key::right;
    case SDLK_UP:
        return ui::Key::up;
    case SDLK_DOWN:
        return ui::Key::down;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return ui::Key::activate;
    case SDLK_ESCAPE:
    case SDLK_BACKSPACE:
        return ui::Key::back;
    case SDLK_HOME:
        return ui::Key::home;
    case SDLK_VOLUMEUP:
    case SDLK_PLUS:
    case SDLK_KP_PLUS:
        return ui::Key::louder;
    case SDLK_VOLUMEDOWN:
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return ui::Key::softer;
    case SDLK_HELP:
    case SDLK_F1:
        return ui::Key::help;
    default:
        return std::nullopt;
    }
}

// The keys of EZ Access keypads, F17 to F20, which no keyboard has: the Trace Center's EZ Access
// for the web has them and F21 to F24 for Back, Next, << and >>. Storm's manuals for AudioNav and
// EZ-Key confirm the code of <<, 72 in hexadecimal. SDL has no codes for F21 to F24, because Linux
// uses them for touchpads. What a keyboard layout makes of these keys does not count.
std::optional<InputEvent> translate_ez_access_key(SDL_Scancode code) {
    switch (code) {
    case SDL_SCANCODE_F17:
        return ui::Key::help;
    case SDL_SCANCODE_F18:
        return ui::Key::up;
    case SDL_SCANCODE_F19:
        return ui::Key::down;
    case SDL_SCANCODE_F20:
        return ui::Key::activate;
    default:
        return std::nullopt;
    }
}

std::optional<InputEvent> translate_wheel(float steps) {
    if (!std::isfinite(steps)) return std::nullopt;
    return WheelStep{-wheel_step_mm * std::clamp(static_cast<double>(steps), -10.0, 10.0)};
}

// A driver may report any value, but the user interface only handles positions on the picture.
float clamp_to_unit(float value) {
    return std::isfinite(value) ? std::clamp(value, 0.0F, 1.0F) : 0;
}

// Converts a mouse position, which SDL reports in pixels of the display, to fractions of the
// display's width and height, from 0 to 1.
SDL_FPoint mouse_position(int x, int y, const Canvas& canvas) {
    const int width = display::swaps_axes(canvas.rotation) ? canvas.height : canvas.width;
    const int height = display::swaps_axes(canvas.rotation) ? canvas.width : canvas.height;
    return {static_cast<float>(x) / static_cast<float>(std::max(1, width - 1)),
            static_cast<float>(y) / static_cast<float>(std::max(1, height - 1))};
}

ui::TouchPhase touch_phase(Uint32 type) {
    switch (type) {
    case SDL_FINGERDOWN:
    case SDL_MOUSEBUTTONDOWN:
        return ui::TouchPhase::down;
    case SDL_FINGERUP:
    case SDL_MOUSEBUTTONUP:
        return ui::TouchPhase::up;
    default:
        return ui::TouchPhase::move;
    }
}

} // namespace

SDL_Keycode key_code(const SDL_Keysym& key) {
    const char* const name = SDL_GetKeyName(key.sym);
    return *name != '\0' ? key.sym : SDL_SCANCODE_TO_KEYCODE(key.scancode);
}

void InputTranslator::set_keypad(const std::vector<content::KeypadKey>& keypad) {
    keypad_.clear();
    for (const content::KeypadKey& key : keypad)
        keypad_.emplace_back(SDL_GetKeyFromName(key.name.c_str()), key_of(key.function));
}

std::optional<InputEvent> InputTranslator::translate_key(const SDL_KeyboardEvent& key) const {
    // Keyboard shortcuts are not used.
    if ((key.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
    // A key that an object lies on must not keep the visit open.
    if (key.repeat != 0) return std::nullopt;
    const SDL_Keycode code = key_code(key.keysym);
    const auto of_keypad =
        std::ranges::find(keypad_, code, [](const auto& each) { return each.first; });
    if (of_keypad != keypad_.end()) return of_keypad->second;
    const auto of_keyboard = translate_keyboard_key(code, (key.keysym.mod & KMOD_SHIFT) != 0);
    return of_keyboard ? of_keyboard : translate_ez_access_key(key.keysym.scancode);
}

std::optional<InputEvent> InputTranslator::translate(const SDL_Event& event, const Canvas& canvas,
                                                     base::Instant now) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return translate_pointer({event.tfinger.touchId, event.tfinger.fingerId},
                                 touch_phase(event.type), {event.tfinger.x, event.tfinger.y},
                                 canvas, now);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONUP:
        return translate_mouse(event, canvas, now);
    case SDL_MOUSEWHEEL:
        return translate_wheel(event.wheel.preciseY);
    case SDL_KEYDOWN:
        return translate_key(event.key);
    default:
        return std::nullopt;
    }
}

std::optional<InputEvent>
InputTranslator::translate_pointer(const PrimaryPointer::PointerId& pointer, ui::TouchPhase phase,
                                   SDL_FPoint display_position, const Canvas& canvas,
                                   base::Instant now) {
    display_position = {clamp_to_unit(display_position.x), clamp_to_unit(display_position.y)};
    const SDL_FPoint position = display::to_canvas(canvas.rotation, display_position);
    const ui::Touch touch{phase, static_cast<double>(position.x) * (canvas.width - 1),
                          static_cast<double>(position.y) * (canvas.height - 1)};
    if (phase == ui::TouchPhase::down && canvas.priority_area &&
        canvas.priority_area->contains(touch.x, touch.y))
        primary_pointer_.release();
    if (!primary_pointer_.accept(pointer, phase, display_position, now)) return std::nullopt;
    return touch;
}

std::optional<InputEvent>
InputTranslator::translate_mouse(const SDL_Event& event, const Canvas& canvas, base::Instant now) {
    constexpr PrimaryPointer::PointerId mouse{SDL_MOUSE_TOUCHID, 0};
    const bool is_motion = event.type == SDL_MOUSEMOTION;
    if ((is_motion ? event.motion.which : event.button.which) == SDL_TOUCH_MOUSEID)
        return std::nullopt;
    if (!is_motion && event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
    const SDL_FPoint position = is_motion ? mouse_position(event.motion.x, event.motion.y, canvas)
                                          : mouse_position(event.button.x, event.button.y, canvas);
    return translate_pointer(mouse, touch_phase(event.type), position, canvas, now);
}

} // namespace input
