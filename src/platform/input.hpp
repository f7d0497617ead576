// What SDL reports, as what the kiosk understands. One finger at a time; the rest, and palms, are ignored.
#pragma once

#include "platform/grip.hpp"
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
    std::optional<ui::Rect> first = std::nullopt; // whoever touches here counts, whatever other fingers do
};

class InputReader {
public:
    // nullopt: nothing of concern to the kiosk.
    std::optional<Input> read(const SDL_Event& event, const View& view, session::Instant now);

private:
    std::optional<Input> read_pointer(const Grip::Pointer& pointer, ui::Contact contact, SDL_FPoint on_display,
                                      const View& view, session::Instant now);
    std::optional<Input> read_mouse(const SDL_Event& event, const View& view, session::Instant now);

    Grip grip_;
};

// Tells SDL to make no events of text, dropped files, the clipboard and whatever else means nothing to a kiosk.
// To be called when the display is open.
void refuse_other_input();

} // namespace platform
