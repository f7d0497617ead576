// Which of all fingers and mice counts: the first one to come down, until it lifts.
//
// Some never lift: the cable of the touch screen was pulled, or a bag leans against it. One that has not moved
// for a while gives way to the next one that comes down.
#pragma once

#include "ui/finger.hpp"

#include <SDL.h>

#include <optional>

namespace platform {

inline constexpr session::Instant gives_way_after{3000};

class Grip {
public:
    struct Pointer {
        SDL_TouchID device = SDL_MOUSE_TOUCHID;
        SDL_FingerID finger = 0;
        bool operator==(const Pointer&) const = default;
    };

    // Whether what `pointer` does counts. `at` in shares of the display, 0 to 1.
    bool counts(const Pointer& pointer, ui::Contact contact, SDL_FPoint at, session::Instant now);

    void let_go() { hold_.reset(); } // the next one to come down counts

private:
    struct Hold {
        Pointer pointer;
        SDL_FPoint at;          // where it came to rest
        session::Instant since; // and when
    };
    std::optional<Hold> hold_;
};

} // namespace platform
