// What SDL reports, as what the kiosk understands. One finger at a time; the rest, and palms, are ignored.
#pragma once

#include "ui/kiosk.hpp"

#include <SDL.h>

#include <optional>
#include <variant>

namespace platform {

struct Wheel {
    double mm = 0;
};

using Input = std::variant<ui::Touch, ui::Key, Wheel>;

class InputReader {
public:
    // `width` and `height` of the window in pixels. nullopt: nothing of concern to the kiosk.
    std::optional<Input> read(const SDL_Event& event, int width, int height);

private:
    std::optional<Input> read_finger(const SDL_TouchFingerEvent& finger, Uint32 type, int width, int height);
    std::optional<Input> read_mouse(const SDL_Event& event);

    std::optional<SDL_FingerID> finger_; // the one that counts
    bool mouse_down_ = false;
};

} // namespace platform
