#include "platform/pointer.hpp"

namespace platform {

namespace {

constexpr session::Instant shown_for{3000};

} // namespace

void Pointer::hear(const SDL_Event& event, session::Instant now) {
    if (event.type == SDL_FINGERDOWN) return hide();
    if (event.type != SDL_MOUSEMOTION || event.motion.which == SDL_TOUCH_MOUSEID) return;
    const SDL_Point place{event.motion.x, event.motion.y};
    const bool moved = place_ && (place_->x != place.x || place_->y != place.y);
    place_ = place;
    if (!moved) return;
    if (!until_) SDL_ShowCursor(SDL_ENABLE);
    until_ = now + shown_for;
}

void Pointer::pass(session::Instant now) {
    if (until_ && now >= *until_) hide();
}

void Pointer::hide() {
    SDL_ShowCursor(SDL_DISABLE);
    until_.reset();
}

} // namespace platform
