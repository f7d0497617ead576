// What SDL reports, as what the kiosk understands. One finger at a time; the rest, and palms, are ignored.
#pragma once

#include "platform/turn.hpp"
#include "ui/kiosk.hpp"

#include <SDL.h>

#include <optional>
#include <variant>

namespace platform {

struct Wheel {
    double mm = 0;
};

using Input = std::variant<ui::Touch, ui::Key, Wheel>;

// The picture, and how it is turned on the display.
struct View {
    int width = 1, height = 1; // pixels
    Turn turn = Turn::none;
};

class InputReader {
public:
    // nullopt: nothing of concern to the kiosk.
    std::optional<Input> read(const SDL_Event& event, const View& view);

private:
    std::optional<Input> read_finger(const SDL_TouchFingerEvent& finger, Uint32 type, const View& view);
    std::optional<Input> read_mouse(const SDL_Event& event, const View& view);

    std::optional<SDL_FingerID> finger_; // the one that counts
    bool mouse_down_ = false;
};

} // namespace platform
