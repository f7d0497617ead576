// What SDL reports, as what the kiosk understands. One finger at a time; the rest, and palms, are ignored.
#pragma once

#include "base/time.hpp"
#include "input/primary_pointer.hpp"
#include "display/rotation.hpp"
#include "ui/kiosk.hpp"

#include <SDL.h>

#include <optional>
#include <variant>

namespace input {

struct WheelStep {
    double mm = 0;
};

using InputEvent = std::variant<ui::Touch, ui::Key, WheelStep>;

// The picture, and how it is turned on the display.
struct Canvas {
    int width = 1, height = 1; // pixels
    display::Rotation rotation = display::Rotation::none;
    std::optional<render::Rect> priority_area =
        std::nullopt; // whoever touches here counts, whatever other fingers do
};

class InputTranslator {
public:
    // nullopt: nothing of concern to the kiosk.
    std::optional<InputEvent> translate(const SDL_Event& event, const Canvas& canvas, base::Instant now);

private:
    std::optional<InputEvent> translate_pointer(const PrimaryPointer::PointerId& pointer, ui::TouchPhase phase,
                                                SDL_FPoint on_display, const Canvas& canvas,
                                                base::Instant now);
    std::optional<InputEvent> translate_mouse(const SDL_Event& event, const Canvas& canvas,
                                              base::Instant now);

    PrimaryPointer primary_pointer_;
};

} // namespace input
