#include "ui/touch_tracker.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double decay_seconds = 0.325; // time in which the speed falls to 1/e
constexpr base::Duration speed_window{100};
constexpr double min_mm_per_second = 20; // a slower momentum scroll stops
constexpr base::Duration page_turn_duration{220};

double in_seconds(base::Duration duration) {
    return static_cast<double>(duration.count()) / 1000;
}

} // namespace

MomentumScroll::MomentumScroll(double from_mm, double mm_per_second, base::Instant started_at)
    : start_mm_(from_mm), mm_per_second_(mm_per_second), started_at_(started_at) {}

double MomentumScroll::position_mm(base::Instant now) const {
    return start_mm_ + mm_per_second_ * decay_seconds *
                           (1 - std::exp(-in_seconds(now - started_at_) / decay_seconds));
}

bool MomentumScroll::is_finished(base::Instant now) const {
    return std::abs(mm_per_second_) * std::exp(-in_seconds(now - started_at_) / decay_seconds) <
           min_mm_per_second;
}

// Fast at the start and slow at the end.
double PageTurn::position_mm(double to_mm, base::Instant now) const {
    const double left =
        1 - std::clamp(in_seconds(now - started_at_) / in_seconds(page_turn_duration), 0.0, 1.0);
    return std::lerp(to_mm, from_mm_, left * left * left);
}

bool PageTurn::is_finished(base::Instant now) const {
    return now - started_at_ >= page_turn_duration;
}

void TouchTracker::handle(const Touch& touch, base::Instant now) {
    x_ = touch.x, y_ = touch.y, last_event_at_ = now;
    if (touch.phase == TouchPhase::down) {
        is_down_ = true, is_dragging_ = false, down_at_ = now;
        start_x_ = x_, start_y_ = anchor_y_ = y_;
        recent_samples_.clear();
    }
    if (!is_dragging_ && std::hypot(x_ - start_x_, y_ - start_y_) > drag_px_) {
        is_dragging_ = true;
        anchor_y_ = y_;
    }
    if (touch.phase == TouchPhase::up) is_down_ = false;
    std::erase_if(recent_samples_,
                  [now](const Sample& sample) { return now - sample.at > speed_window; });
    recent_samples_.push_back({now, y_});
}

double TouchTracker::speed_y(base::Instant now) const {
    for (const Sample& earlier : recent_samples_) {
        const double seconds = in_seconds(now - earlier.at);
        if (now - earlier.at > speed_window || seconds < 0.005) continue;
        return (y_ - earlier.y) / seconds;
    }
    return 0;
}

} // namespace ui
