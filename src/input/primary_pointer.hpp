// Which of all fingers and mice counts: the first one to come down, until it lifts.
//
// Some never lift: the cable of the touch screen was pulled, or a bag leans against it. One that has not moved
// for a while gives way to the next one that comes down.
#pragma once

#include "base/time.hpp"
#include "ui/touch_tracker.hpp"

#include <SDL.h>

#include <optional>

namespace input {

inline constexpr base::Instant stale_after{3000};

class PrimaryPointer {
public:
    struct PointerId {
        SDL_TouchID device = SDL_MOUSE_TOUCHID;
        SDL_FingerID finger = 0;
        bool operator==(const PointerId&) const = default;
    };

    // Whether what `pointer` does counts. `at` in shares of the display, 0 to 1.
    bool accept(const PointerId& pointer, ui::TouchPhase phase, SDL_FPoint position, base::Instant now);

    void release() { capture_.reset(); } // the next one to come down counts

private:
    struct Capture {
        PointerId pointer;
        SDL_FPoint position;            // where it came to rest
        base::Instant last_moved_at; // and when
    };
    std::optional<Capture> capture_;
};

} // namespace input
