#include "platform/input.hpp"

#include <algorithm>
#include <cmath>

namespace platform {

namespace {

constexpr double wheel_step_mm = 25;

std::optional<Input> read_key(const SDL_KeyboardEvent& key) {
    const bool shift = (key.keysym.mod & KMOD_SHIFT) != 0;
    if ((key.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0)
        return std::nullopt;                  // chords mean nothing here
    if (key.repeat != 0) return std::nullopt; // a bag on a keyboard is no visitor
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
        return ui::Key::activate;
    case SDLK_ESCAPE:
    case SDLK_BACKSPACE:
        return ui::Key::back;
    case SDLK_HOME:
        return ui::Key::home;
    default:
        return std::nullopt;
    }
}

std::optional<Input> read_wheel(float steps) {
    if (!std::isfinite(steps)) return std::nullopt;
    return Wheel{-wheel_step_mm * std::clamp(static_cast<double>(steps), -10.0, 10.0)};
}

// A driver may report anything; the kiosk only ever hears of places on its picture.
float share(float of_one) {
    return std::isfinite(of_one) ? std::clamp(of_one, 0.0F, 1.0F) : 0;
}

// SDL counts the mouse in pixels of the display.
SDL_FPoint mouse_at(int x, int y, const View& view) {
    const int width = is_sideways(view.turn) ? view.height : view.width;
    const int height = is_sideways(view.turn) ? view.width : view.height;
    return {static_cast<float>(x) / static_cast<float>(std::max(1, width - 1)),
            static_cast<float>(y) / static_cast<float>(std::max(1, height - 1))};
}

ui::Contact contact_of(Uint32 type) {
    switch (type) {
    case SDL_FINGERDOWN:
    case SDL_MOUSEBUTTONDOWN:
        return ui::Contact::down;
    case SDL_FINGERUP:
    case SDL_MOUSEBUTTONUP:
        return ui::Contact::up;
    default:
        return ui::Contact::move;
    }
}

} // namespace

std::optional<Input> InputReader::read(const SDL_Event& event, const View& view, session::Instant now) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return read_pointer({event.tfinger.touchId, event.tfinger.fingerId}, contact_of(event.type),
                            {event.tfinger.x, event.tfinger.y}, view, now);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONUP:
        return read_mouse(event, view, now);
    case SDL_MOUSEWHEEL:
        return read_wheel(event.wheel.preciseY);
    case SDL_KEYDOWN:
        return read_key(event.key);
    default:
        return std::nullopt;
    }
}

std::optional<Input> InputReader::read_pointer(const Grip::Pointer& pointer, ui::Contact contact,
                                               SDL_FPoint on_display, const View& view, session::Instant now) {
    on_display = {share(on_display.x), share(on_display.y)};
    const SDL_FPoint at = on_picture(view.turn, on_display);
    const ui::Touch touch{contact, static_cast<double>(at.x) * (view.width - 1),
                          static_cast<double>(at.y) * (view.height - 1)};
    if (contact == ui::Contact::down && view.first && view.first->holds(touch.x, touch.y)) grip_.let_go();
    if (!grip_.counts(pointer, contact, on_display, now)) return std::nullopt;
    return touch;
}

std::optional<Input> InputReader::read_mouse(const SDL_Event& event, const View& view, session::Instant now) {
    constexpr Grip::Pointer mouse{SDL_MOUSE_TOUCHID, 0};
    const bool moves = event.type == SDL_MOUSEMOTION;
    if ((moves ? event.motion.which : event.button.which) == SDL_TOUCH_MOUSEID) return std::nullopt;
    if (!moves && event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
    const SDL_FPoint at =
        moves ? mouse_at(event.motion.x, event.motion.y, view) : mouse_at(event.button.x, event.button.y, view);
    return read_pointer(mouse, contact_of(event.type), at, view, now);
}

void refuse_other_input() {
    SDL_StopTextInput(); // SDL starts it by itself, and with it the input methods of the desktop
    for (const Uint32 type : {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_TEXTEDITING_EXT, SDL_KEYMAPCHANGED,
                              SDL_CLIPBOARDUPDATE, SDL_DROPFILE, SDL_DROPTEXT, SDL_DROPBEGIN, SDL_DROPCOMPLETE,
                              SDL_DOLLARGESTURE, SDL_DOLLARRECORD, SDL_MULTIGESTURE, SDL_SYSWMEVENT})
        SDL_EventState(type, SDL_IGNORE);
}

} // namespace platform
