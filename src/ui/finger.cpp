#include "ui/finger.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr double decay_seconds = 0.325;
constexpr Instant speed_window{100};
constexpr double still_mm_per_second = 6;

double in_seconds(Instant span) {
    return static_cast<double>(span.count()) / 1000;
}

} // namespace

Momentum::Momentum(double from_mm, double mm_per_second, Instant since)
    : from_(from_mm), speed_(mm_per_second), since_(since) {}

double Momentum::at(Instant now) const {
    return from_ + speed_ * decay_seconds * (1 - std::exp(-in_seconds(now - since_) / decay_seconds));
}

bool Momentum::over(Instant now) const {
    return std::abs(speed_) * std::exp(-in_seconds(now - since_) / decay_seconds) < still_mm_per_second;
}

void Finger::put(const Touch& touch, Instant now) {
    x_ = touch.x, y_ = touch.y, last_ = now;
    if (touch.contact == Contact::down) {
        down_ = true, dragging_ = false, since_ = now;
        start_x_ = x_, start_y_ = anchor_y_ = y_;
        recent_.clear();
    }
    if (!dragging_ && std::hypot(x_ - start_x_, y_ - start_y_) > drag_px_) {
        dragging_ = true;
        anchor_y_ = y_;
    }
    if (touch.contact == Contact::up) down_ = false;
    std::erase_if(recent_, [now](const Sample& sample) { return now - sample.at > speed_window; });
    recent_.push_back({now, y_});
}

double Finger::speed_y(Instant now) const {
    for (const Sample& oldest : recent_) {
        const double span = in_seconds(now - oldest.at);
        if (now - oldest.at > speed_window || span < 0.005) continue;
        return (y_ - oldest.y) / span;
    }
    return 0;
}

} // namespace ui
