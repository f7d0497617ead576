// What colour lies where, as a frame is drawn shape by shape: a text that stands on a single colour can be
// painted with it, and then hides what is below without reading it, which takes half the time.
#pragma once

#include "ui/geometry.hpp"
#include "ui/theme.hpp"

#include <vector>

namespace ui {

class Grounds {
public:
    // All of `rect` but its corners and its edge has this colour from now on, where `clip` lets it be seen.
    // Pixels.
    void lay(const Rect& rect, double corner, double edge, Colour colour, const Rect& clip);
    void spoil(const Rect& rect); // anything may be there now

    // Whether nothing but this colour is there. False when in doubt.
    bool is_all(const Rect& rect, Colour colour) const;

private:
    // Of a shape with round corners: all of it, and the two parts without a corner in them.
    struct Patch {
        Rect whole, across, down;
        Colour colour; // with an alpha below 255: not known
    };
    std::vector<Patch> patches_; // the last one is on top
};

} // namespace ui
