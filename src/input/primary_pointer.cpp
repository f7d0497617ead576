#include "input/primary_pointer.hpp"

#include <cmath>

namespace input {

namespace {

// Smaller movements do not count as movement, because an object that leans on the screen is never
// completely still. It is a fraction of the display's size.
constexpr float jitter_tolerance = 0.02F;

} // namespace

bool PrimaryPointer::accept(const PointerId& pointer, ui::TouchPhase phase, SDL_FPoint position,
                            base::Instant now) {
    const bool is_captured = capture_ && capture_->pointer == pointer;
    if (phase == ui::TouchPhase::down) {
        if (capture_ && !is_captured && now - capture_->last_moved_at < stale_after) return false;
        capture_ = Capture{pointer, position, now};
        return true;
    }
    if (!is_captured) return false;
    if (phase == ui::TouchPhase::up)
        capture_.reset();
    else if (std::hypot(position.x - capture_->position.x, position.y - capture_->position.y) >
             jitter_tolerance)
        capture_->position = position, capture_->last_moved_at = now;
    return true;
}

} // namespace input
