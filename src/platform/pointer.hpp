// The mouse pointer: hidden, but for a while after a real mouse has moved.
#pragma once

#include "session/state.hpp"

#include <SDL.h>

#include <optional>

namespace platform {

class Pointer {
public:
    Pointer() { hide(); }

    void hear(const SDL_Event& event, session::Instant now);
    void pass(session::Instant now);

    std::optional<session::Instant> deadline() const { return until_; } // nullopt: it is hidden

private:
    void hide();

    std::optional<SDL_Point> place_; // a display may report where the pointer is without anybody moving it
    std::optional<session::Instant> until_;
};

} // namespace platform
