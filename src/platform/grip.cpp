#include "platform/grip.hpp"

#include <cmath>

namespace platform {

namespace {

constexpr float wobble = 0.02F; // a share of the display: a thing that leans on it is never quite still

} // namespace

bool Grip::counts(const Pointer& pointer, ui::Contact contact, SDL_FPoint at, session::Instant now) {
    const bool holds = hold_ && hold_->pointer == pointer;
    if (contact == ui::Contact::down) {
        if (hold_ && !holds && now - hold_->since < gives_way_after) return false;
        hold_ = Hold{pointer, at, now};
        return true;
    }
    if (!holds) return false;
    if (contact == ui::Contact::up)
        hold_.reset();
    else if (std::hypot(at.x - hold_->at.x, at.y - hold_->at.y) > wobble)
        hold_->at = at, hold_->since = now;
    return true;
}

} // namespace platform
