// One finger on the glass: tells a tap from a drag, and lets a page run on after it lifts.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <optional>
#include <vector>

namespace ui {


enum class TouchPhase { down, move, up };

// A moment of a touch; x and y in pixels of the screen.
struct Touch {
    TouchPhase phase = TouchPhase::down;
    double x = 0, y = 0;
};

// The page running on after the finger: where it is at any time.
class MomentumScroll {
public:
    MomentumScroll(double from_mm, double mm_per_second, base::Instant started_at);

    double position_mm(base::Instant now) const; // scroll in millimetres
    bool is_finished(base::Instant now) const;

private:
    double start_mm_, mm_per_second_;
    base::Instant started_at_;
};

class TouchTracker {
public:
    // `drag_px`: how far a finger may wander and still tap.
    explicit TouchTracker(double drag_px) : drag_px_(drag_px) {}

    void handle(const Touch& touch, base::Instant now);

    bool is_down() const { return is_down_; }
    bool is_dragging() const { return is_down_ && is_dragging_; }
    bool was_dragging() const { return is_dragging_; } // also in the frame in which it lifts
    double x() const { return x_; }
    double y() const { return y_; }
    double start_x() const { return start_x_; }
    double start_y() const { return start_y_; }
    double dragged_y() const { return y_ - anchor_y_; }      // since the touch became a drag
    base::Instant down_at() const { return down_at_; }             // when it last came down
    base::Instant last_event_at() const { return last_event_at_; } // when it last came down, moved or lifted

    // This touch is no tap, wherever it lifts: it stopped a running page.
    void cancel_tap() {
        is_dragging_ = true;
        anchor_y_ = y_;
    }

    // Pixels a second, downwards positive, over the last 100 ms before it lifted.
    double speed_y(base::Instant now) const;

private:
    struct Sample {
        base::Instant at;
        double y;
    };

    double drag_px_;
    bool is_down_ = false, is_dragging_ = false;
    base::Instant down_at_{}, last_event_at_{};
    double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0, anchor_y_ = 0;
    std::vector<Sample> recent_samples_;
};

} // namespace ui
