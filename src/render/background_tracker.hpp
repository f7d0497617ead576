// What colour lies where, as a frame is drawn shape by shape: a text that stands on a single colour can be
// painted with it, and then hides what is below without reading it, which takes half the time.
#pragma once

#include "render/color.hpp"
#include "render/geometry.hpp"

#include <vector>

namespace render {

class BackgroundTracker {
public:
    // All of `rect` but its corners and its edge has this colour from now on, where `clip` lets it be seen.
    // Pixels.
    void fill(const Rect& rect, double corner, double edge, Color color, const Rect& clip);
    void invalidate(const Rect& rect); // anything may be there now

    // Whether nothing but this colour is there. False when in doubt.
    bool is_uniform(const Rect& rect, Color color) const;

private:
    // Of a shape with round corners: all of it, and the two parts without a corner in them.
    struct Region {
        Rect whole, horizontal_band, vertical_band;
        Color color; // with an alpha below 255: not known
    };
    std::vector<Region> regions_; // the last one is on top
};

} // namespace render
