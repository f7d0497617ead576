// Translates SDL events to touches, keys and wheel steps of the user interface. Only the primary
// pointer is translated. All other fingers and palms are ignored.
#pragma once

#include "base/time.hpp"
#include "display/rotation.hpp"
#include "input/primary_pointer.hpp"
#include "ui/kiosk.hpp"

#include <SDL.h>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace input {

// A movement of the mouse wheel, as the distance to scroll. Positive values scroll down.
struct WheelStep {
    double mm = 0;
};

using InputEvent = std::variant<ui::Touch, ui::Key, WheelStep>;

// The picture, and its rotation on the display.
struct Canvas {
    int width = 1; // pixels
    int height = 1;
    display::Rotation rotation = display::Rotation::none;
    // A finger that is pressed here becomes the primary pointer, even if another one is pressed.
    // The area is in pixels of the picture.
    std::optional<render::Rect> priority_area = std::nullopt;
};

// Returns the code of a key. Where the keyboard layout has none with a name, as for F19, it follows
// from the place of the key.
SDL_Keycode key_code(const SDL_Keysym& key);

class InputTranslator {
public:
    // The keys of a keypad, which come before those of every keyboard.
    void set_keypad(const std::vector<content::KeypadKey>& keypad);

    // Returns nullopt if the user interface does not use the event. Touches are in pixels of the
    // picture. Invalid coordinates from a driver are moved into it.
    std::optional<InputEvent> translate(const SDL_Event& event, const Canvas& canvas,
                                        base::Instant now);

private:
    std::optional<InputEvent> translate_pointer(const PrimaryPointer::PointerId& pointer,
                                                ui::TouchPhase phase, SDL_FPoint display_position,
                                                const Canvas& canvas, base::Instant now);
    std::optional<InputEvent> translate_mouse(const SDL_Event& event, const Canvas& canvas,
                                              base::Instant now);

    std::optional<InputEvent> translate_key(const SDL_KeyboardEvent& key) const;

    PrimaryPointer primary_pointer_;
    std::vector<std::pair<SDL_Keycode, ui::Key>> keypad_;
};

} // namespace input
