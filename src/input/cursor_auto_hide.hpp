// The mouse pointer: hidden, but for a while after a real mouse has moved.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <SDL.h>

#include <optional>

namespace input {

class CursorAutoHide {
public:
    CursorAutoHide() { hide(); }

    void handle_event(const SDL_Event& event, base::Instant now);
    void advance(base::Instant now);

    std::optional<base::Instant> hide_at() const { return hide_at_; } // nullopt: it is hidden

private:
    void hide();

    std::optional<SDL_Point>
        last_position_; // a display may report where the pointer is without anybody moving it
    std::optional<base::Instant> hide_at_;
};

} // namespace input
