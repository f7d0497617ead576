// Hides the mouse cursor, except for three seconds after a mouse was moved.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <SDL.h>

#include <optional>

namespace input {

class CursorAutoHide {
public:
    // Hides the cursor.
    CursorAutoHide() { hide(); }

    // Shows the cursor if a mouse was moved, and hides it if a finger touched the screen. Takes any
    // event and ignores all others.
    void handle_event(const SDL_Event& event, base::Instant now);
    // Hides the cursor if hide_at() has passed.
    void advance(base::Instant now);

    // Returns when the cursor will be hidden, or nullopt if it is hidden.
    std::optional<base::Instant> hide_at() const { return hide_at_; }

private:
    void hide();

    // A display may report the position of a mouse that was not moved, so positions are compared.
    std::optional<SDL_Point> last_position_;
    std::optional<base::Instant> hide_at_;
};

} // namespace input
