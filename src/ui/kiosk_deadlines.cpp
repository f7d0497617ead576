// When the kiosk has to act although nobody touches it.
#include "session/opening_hours.hpp"
#include "ui/kiosk.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr base::Duration frame_interval{16};

// How often the local time is read again, because daylight saving time begins and ends without a
// clock change event.
constexpr std::chrono::seconds max_clock_check_interval = std::chrono::minutes{15};

} // namespace

// An object that leans on the screen is not a visit. On home it must not delay new content. During
// a visit, only the start of the touch counts, so that the object's small movements do not keep the
// visit open after the visitor has left.
std::optional<base::Instant> Kiosk::touch_deadline() const {
    if (!touch_tracker_.is_down()) return std::nullopt;
    return (session::is_visit_active(state_) ? touch_tracker_.down_at()
                                             : touch_tracker_.last_event_at()) +
           content_->site.idle.ask_after;
}

// The keys that move the focus on home do not start a visit, so the end of a visit does not remove
// the focus ring.
std::optional<base::Instant> Kiosk::focus_deadline() const {
    if (focused_id_.empty() || session::is_visit_active(state_)) return std::nullopt;
    return last_touch_at_ + content_->site.idle.ask_after;
}

std::optional<base::Instant> Kiosk::next_deadline() const {
    std::optional<base::Instant> next = session::next_deadline(*content_, state_);
    const auto include = [&next](base::Instant candidate) {
        next = next ? std::min(*next, candidate) : candidate;
    };
    if (const auto due = touch_deadline()) include(*due);
    if (const auto due = focus_deadline()) include(*due);
    if (const auto due = scan_deadline()) include(*due);
    if (is_animating_ || momentum_) include(built_at_.since_boot + frame_interval);
    if (const auto due = hours_deadline()) include(*due);
    if (is_off_hours()) return next;
    if (is_idle()) include(pixel_shift_.next_step_at());
    // A countdown is redrawn each time its number changes: every second or every minute.
    const auto add_countdown = [&](base::Instant start, std::chrono::seconds period) {
        include(start + period * ((built_at_.since_boot - start) / period + 1));
    };
    if (state_.warned_at) add_countdown(*state_.warned_at, std::chrono::seconds{1});
    if (is_input_locked()) add_countdown(state_.staff->opened_at, std::chrono::seconds{1});
    if (state_.staff && state_.staff->locked_until)
        add_countdown(*state_.staff->locked_until - session::PinAttempts::lockout_duration,
                      std::chrono::minutes{1});
    if (state_.is_covered || state_.is_hide_pressed)
        include(built_at_.since_boot +
                (std::chrono::minutes{1} -
                 built_at_.local_time.time_since_epoch() % std::chrono::minutes{1}));
    return next;
}

std::optional<base::Instant> Kiosk::hours_deadline() const {
    const content::Site& site = content_->site;
    if (site.hours.empty() && site.holidays.empty()) return std::nullopt;
    const base::LocalTime local_time = built_at_.local_time;
    const auto change =
        session::time_until_change(site, local_time).value_or(max_clock_check_interval);
    base::Instant next = built_at_.since_boot + std::min(change, max_clock_check_interval);
    const bool is_on_after_touch =
        !session::is_visit_active(state_) && !is_off_hours() && !session::is_open(site, local_time);
    if (is_on_after_touch) next = std::min(next, last_touch_at_ + site.idle.ask_after);
    return next;
}

} // namespace ui
