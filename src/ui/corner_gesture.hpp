// The gesture that opens the staff screens: touching the four corners of the screen one after the
// other, clockwise from the top left. Every touch is passed to it, whatever else the touch does.
#pragma once

#include "base/time.hpp"
#include "ui/theme.hpp"

namespace ui {

// Recognizes the gesture. A touch outside the expected corner starts over.
class CornerGesture {
public:
    // The time allowed from the first corner to the last.
    static constexpr base::Duration max_duration{4000};

    // Handles a finger that came down at x, y, in pixels from the top left of the screen. Returns
    // true if that touch completed the gesture.
    bool handle_touch_down(double x, double y, const Theme& theme, base::Instant now);

    void reset() { reached_count_ = 0; }

private:
    // Number of corners touched so far.
    int reached_count_ = 0;
    // When the first corner was touched.
    base::Instant started_at_{};
};

} // namespace ui
