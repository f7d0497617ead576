// Tracks which areas have one background color. Text on such an area is drawn opaque, without
// blending, in half the time.
#pragma once

#include "render/color.hpp"
#include "render/geometry.hpp"

#include <vector>

namespace render {

// Records the shapes of one frame in the order in which they are drawn. All lengths are in pixels.
class BackgroundTracker {
public:
    // Records that a shape fills the part of `rect` that is inside of `clip`, except for its round
    // corners of radius `corner` and its outline of width `edge`.
    void fill(const Rect& rect, double corner, double edge, Color color, const Rect& clip);

    // Records that `rect` may have any colors now.
    void invalidate(const Rect& rect);

    // Returns whether the whole `rect` certainly has this opaque color.
    bool is_uniform(const Rect& rect, Color color) const;

private:
    // A shape with round corners. Each of the two bands is a part of it that has no corners.
    struct Region {
        Rect whole;
        Rect horizontal_band;
        Rect vertical_band;
        Color color; // unknown if alpha is below 255
    };
    std::vector<Region> regions_; // the topmost one is the last
};

} // namespace render
