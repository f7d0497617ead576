// Follows one finger on the screen: distinguishes a tap from a drag, and computes the momentum
// scroll after the finger lifts.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <optional>
#include <vector>

namespace ui {

enum class TouchPhase { down, move, up };

// One event of a touch. Positions are in pixels from the top left of the screen.
struct Touch {
    TouchPhase phase = TouchPhase::down;
    double x = 0;
    double y = 0;
};

// The movement of a page after the finger has lifted: the speed decays exponentially.
class MomentumScroll {
public:
    // `from_mm` is the scroll position at the start. Millimeters are those of the interface, see
    // theme.hpp.
    MomentumScroll(double from_mm, double mm_per_second, base::Instant started_at);

    // Returns the scroll position in millimeters of the interface. It may lie outside the page.
    double position_mm(base::Instant now) const;
    // Returns whether the page is too slow for a visible movement.
    bool is_finished(base::Instant now) const;

private:
    double start_mm_;
    double mm_per_second_;
    base::Instant started_at_;
};

// The movement of a page after More or Up was pressed.
class PageTurn {
public:
    // `from_mm` is the scroll position at the start, in millimeters of the interface.
    PageTurn(double from_mm, base::Instant started_at)
        : from_mm_(from_mm), started_at_(started_at) {}

    // Returns the scroll position on the way to `to_mm`.
    double position_mm(double to_mm, base::Instant now) const;
    bool is_finished(base::Instant now) const;

private:
    double from_mm_;
    base::Instant started_at_;
};

// One finger, from the moment it comes down. After it lifts, the values of the last touch stay.
class TouchTracker {
public:
    // `drag_px` is the distance in pixels that a finger may move and still tap.
    explicit TouchTracker(double drag_px) : drag_px_(drag_px) {}

    void handle(const Touch& touch, base::Instant now);

    bool is_down() const { return is_down_; }
    bool is_dragging() const { return is_down_ && is_dragging_; }
    // Whether the current or the last touch is a drag: still true in the frame in which it lifts.
    bool was_dragging() const { return is_dragging_; }
    double x() const { return x_; }
    double y() const { return y_; }
    double start_x() const { return start_x_; }
    double start_y() const { return start_y_; }
    // Vertical distance in pixels since the touch became a drag.
    double dragged_y() const { return y_ - anchor_y_; }
    // When the finger last came down.
    base::Instant down_at() const { return down_at_; }
    // When the finger last came down, moved or lifted.
    base::Instant last_event_at() const { return last_event_at_; }

    // This touch stopped a momentum scroll, so it does not count as a tap.
    void cancel_tap() {
        is_dragging_ = true;
        anchor_y_ = y_;
    }

    // Returns the vertical speed over the last 100 ms in pixels per second, positive downward.
    double speed_y(base::Instant now) const;

private:
    struct Sample {
        base::Instant at;
        double y;
    };

    double drag_px_;
    bool is_down_ = false;
    bool is_dragging_ = false;
    base::Instant down_at_{};
    base::Instant last_event_at_{};
    double x_ = 0;
    double y_ = 0;
    double start_x_ = 0;
    double start_y_ = 0;
    // Where the touch became a drag.
    double anchor_y_ = 0;
    // Positions of the last 100 ms, oldest first.
    std::vector<Sample> recent_samples_;
};

} // namespace ui
