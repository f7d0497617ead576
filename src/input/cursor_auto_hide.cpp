#include "input/cursor_auto_hide.hpp"

namespace input {

namespace {

constexpr base::Duration visible_duration{3000};

} // namespace

void CursorAutoHide::handle_event(const SDL_Event& event, base::Instant now) {
    if (event.type == SDL_FINGERDOWN) return hide();
    if (event.type != SDL_MOUSEMOTION || event.motion.which == SDL_TOUCH_MOUSEID) return;
    const SDL_Point position{event.motion.x, event.motion.y};
    const bool has_moved =
        last_position_ && (last_position_->x != position.x || last_position_->y != position.y);
    last_position_ = position;
    if (!has_moved) return;
    if (!hide_at_) SDL_ShowCursor(SDL_ENABLE);
    hide_at_ = now + visible_duration;
}

void CursorAutoHide::advance(base::Instant now) {
    if (hide_at_ && now >= *hide_at_) hide();
}

void CursorAutoHide::hide() {
    SDL_ShowCursor(SDL_DISABLE);
    hide_at_.reset();
}

} // namespace input
