// Tracks the primary pointer: the first finger or button pressed, until its release. Some are never
// released (a pulled cable, an object against the screen), so one that has not moved for three
// seconds yields to the next press.
#pragma once

#include "base/time.hpp"
#include "ui/touch_tracker.hpp"

#include <SDL.h>

#include <optional>

namespace input {

// The time without movement after which a pointer yields to the next press.
inline constexpr base::Duration stale_after{3000};

class PrimaryPointer {
public:
    struct PointerId {
        SDL_TouchID device = SDL_MOUSE_TOUCHID;
        SDL_FingerID finger = 0; // unique within the device only
        bool operator==(const PointerId&) const = default;
    };

    // Updates the primary pointer, and returns whether `pointer` is the primary one, so that its
    // event must be handled. The coordinates of `position` are fractions of the display's width and
    // height, from 0 to 1.
    bool accept(const PointerId& pointer, ui::TouchPhase phase, SDL_FPoint position,
                base::Instant now);

    // Makes the next pointer that is pressed the primary one.
    void release() { capture_.reset(); }

private:
    struct Capture {
        PointerId pointer;
        SDL_FPoint position; // after the last movement that was not jitter
        base::Instant last_moved_at;
    };
    std::optional<Capture> capture_;
};

} // namespace input
