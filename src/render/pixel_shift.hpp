// Moves the picture a little from time to time, so that what stands still for months does not burn into the
// panel.
//
// It moves at rest only, never under a visitor. Where `motion` is none it moves as well: nobody sees a step of
// half a millimetre every few minutes, and a panel burns in all the same. Nothing is told where the picture
// lies: half a millimetre is too small for a finger to matter.
#pragma once

#include "base/time.hpp"

#include <cstddef>

struct ImDrawData;

namespace render {

class PixelShift {
public:
    explicit PixelShift(base::Instant now) : last_step_at_(now) {}

    base::Instant next_step_at() const; // for the next step
    void advance(base::Instant now);    // at rest

    // Moves all that is drawn by the step that it is at, one step being so many pixels. What reaches to an edge
    // of the screen still does.
    void apply(ImDrawData& data, int pixels) const;

private:
    std::size_t step_ = 0;
    base::Instant last_step_at_;
};

} // namespace render
