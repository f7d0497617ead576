// Moves the image slightly from time to time, so that content that is the same for months does not
// burn into the panel.
//
// It moves only while the kiosk is idle, never during a visit. It also moves if the setting
// `motion` is none, because a step of half a millimeter every few minutes is not visible as motion.
// Touch input is not corrected, because half a millimeter is less than the accuracy of a finger.
#pragma once

#include "base/time.hpp"

#include <cstddef>

struct ImDrawData;

namespace render {

class PixelShift {
public:
    explicit PixelShift(base::Instant now) : last_step_at_(now) {}

    // Returns when advance() will take the next step.
    base::Instant next_step_at() const;

    // Takes the next step if it is due. To be called only while the kiosk is idle.
    void advance(base::Instant now);

    // Moves everything in the draw lists to the current position, where one step is `pixels` wide.
    // Shapes that touch an edge of the screen still touch it afterward.
    void apply(ImDrawData& data, int pixels) const;

private:
    std::size_t step_ = 0;
    base::Instant last_step_at_;
};

} // namespace render
