#include "platform/input.hpp"

#include <cmath>

namespace platform {

namespace {

constexpr double wheel_step_mm = 25;

std::optional<Input> read_key(const SDL_KeyboardEvent& key) {
    const bool shift = (key.keysym.mod & KMOD_SHIFT) != 0;
    if ((key.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0)
        return std::nullopt; // chords mean nothing here
    switch (key.keysym.sym) {
    case SDLK_TAB:
        return shift ? ui::Key::previous : ui::Key::next;
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
        return key.repeat == 0 ? std::optional<Input>(ui::Key::activate) : std::nullopt;
    case SDLK_ESCAPE:
    case SDLK_BACKSPACE:
        return ui::Key::back;
    case SDLK_HOME:
        return ui::Key::home;
    default:
        return std::nullopt;
    }
}

// A driver may report anything; the kiosk only ever hears of places on its screen.
double on_screen(float share, int size) {
    if (!std::isfinite(share)) return 0;
    return std::clamp(static_cast<double>(share), 0.0, 1.0) * (size - 1);
}

} // namespace

std::optional<Input> InputReader::read(const SDL_Event& event, int width, int height) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return read_finger(event.tfinger, event.type, width, height);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONUP:
        return read_mouse(event);
    case SDL_MOUSEWHEEL:
        return Wheel{-wheel_step_mm * std::clamp(static_cast<double>(event.wheel.preciseY), -10.0, 10.0)};
    case SDL_KEYDOWN:
        return read_key(event.key);
    default:
        return std::nullopt;
    }
}

std::optional<Input> InputReader::read_finger(const SDL_TouchFingerEvent& finger, Uint32 type, int width,
                                              int height) {
    if (type == SDL_FINGERDOWN && !finger_ && !mouse_down_)
        finger_ = finger.fingerId;
    else if (type == SDL_FINGERDOWN || finger_ != finger.fingerId)
        return std::nullopt;
    ui::Touch touch{ui::Contact::move, on_screen(finger.x, width), on_screen(finger.y, height)};
    if (type == SDL_FINGERDOWN) touch.contact = ui::Contact::down;
    if (type == SDL_FINGERUP) {
        touch.contact = ui::Contact::up;
        finger_.reset();
    }
    return touch;
}

std::optional<Input> InputReader::read_mouse(const SDL_Event& event) {
    if (finger_ || event.button.which == SDL_TOUCH_MOUSEID) return std::nullopt;
    if (event.type == SDL_MOUSEMOTION) {
        if (!mouse_down_) return std::nullopt;
        return ui::Touch{ui::Contact::move, static_cast<double>(event.motion.x),
                         static_cast<double>(event.motion.y)};
    }
    if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
    const bool down = event.type == SDL_MOUSEBUTTONDOWN;
    if (down == mouse_down_) return std::nullopt;
    mouse_down_ = down;
    return ui::Touch{down ? ui::Contact::down : ui::Contact::up, static_cast<double>(event.button.x),
                     static_cast<double>(event.button.y)};
}

} // namespace platform
