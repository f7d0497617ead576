// The gesture that opens the staff page: the four corners of the screen, one after the other, clockwise from
// the top left. It sees every touch, whatever else that touch does.
#pragma once

#include "base/time.hpp"
#include "ui/theme.hpp"

namespace ui {

class CornerGesture {
public:
    static constexpr base::Instant max_duration{4000}; // from the first corner to the last

    // A finger came down at x, y, in pixels. Whether that was the last corner.
    bool handle_touch_down(double x, double y, const Theme& theme, base::Instant now);

    void reset() { reached_count_ = 0; }

private:
    int reached_count_ = 0; // corners so far
    base::Instant started_at_{};
};

} // namespace ui
