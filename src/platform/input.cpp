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

double share(float of_one) {
    return std::isfinite(of_one) ? std::clamp(static_cast<double>(of_one), 0.0, 1.0) : 0;
}

// A driver may report anything; the kiosk only ever hears of places on its picture.
ui::Touch touch_at(ui::Contact contact, SDL_FPoint on_display, const View& view) {
    const SDL_FPoint at = on_picture(
        view.turn, {static_cast<float>(share(on_display.x)), static_cast<float>(share(on_display.y))});
    return {contact, share(at.x) * (view.width - 1), share(at.y) * (view.height - 1)};
}

// SDL counts the mouse in pixels of the display.
SDL_FPoint mouse_at(int x, int y, const View& view) {
    const int width = is_sideways(view.turn) ? view.height : view.width;
    const int height = is_sideways(view.turn) ? view.width : view.height;
    return {static_cast<float>(x) / static_cast<float>(std::max(1, width - 1)),
            static_cast<float>(y) / static_cast<float>(std::max(1, height - 1))};
}

} // namespace

std::optional<Input> InputReader::read(const SDL_Event& event, const View& view) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return read_finger(event.tfinger, event.type, view);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONUP:
        return read_mouse(event, view);
    case SDL_MOUSEWHEEL:
        return Wheel{-wheel_step_mm * std::clamp(static_cast<double>(event.wheel.preciseY), -10.0, 10.0)};
    case SDL_KEYDOWN:
        return read_key(event.key);
    default:
        return std::nullopt;
    }
}

std::optional<Input> InputReader::read_finger(const SDL_TouchFingerEvent& finger, Uint32 type,
                                              const View& view) {
    if (type == SDL_FINGERDOWN && !finger_ && !mouse_down_)
        finger_ = finger.fingerId;
    else if (type == SDL_FINGERDOWN || finger_ != finger.fingerId)
        return std::nullopt;
    auto contact = ui::Contact::move;
    if (type == SDL_FINGERDOWN) contact = ui::Contact::down;
    if (type == SDL_FINGERUP) {
        contact = ui::Contact::up;
        finger_.reset();
    }
    return touch_at(contact, {finger.x, finger.y}, view);
}

std::optional<Input> InputReader::read_mouse(const SDL_Event& event, const View& view) {
    if (finger_ || event.button.which == SDL_TOUCH_MOUSEID) return std::nullopt;
    if (event.type == SDL_MOUSEMOTION) {
        if (!mouse_down_) return std::nullopt;
        return touch_at(ui::Contact::move, mouse_at(event.motion.x, event.motion.y, view), view);
    }
    if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
    const bool down = event.type == SDL_MOUSEBUTTONDOWN;
    if (down == mouse_down_) return std::nullopt;
    mouse_down_ = down;
    return touch_at(down ? ui::Contact::down : ui::Contact::up, mouse_at(event.button.x, event.button.y, view),
                    view);
}

} // namespace platform
