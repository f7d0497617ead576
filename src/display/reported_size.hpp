// The size of the picture that a display reports about itself, and whether it can be believed. Many
// TV sets and some monitors report the aspect ratio instead, such as 160 x 90 mm for 16:9.
#pragma once

#include <optional>

namespace display {

// The diagonal in inches that is assumed if no size is known.
inline constexpr double default_inches = 24;

// What a display reports. All values may be 0 or nonsense.
struct ReportedSize {
    double width_mm = 0;
    double height_mm = 0;
    // The resolution. A portrait display may report one of the pairs in landscape.
    int width_px = 0;
    int height_px = 0;
};

// Returns the diagonal of the picture, or nullopt if a size is missing or cannot be right: it is an
// aspect ratio, it does not fit the resolution, or no touchscreen has it.
std::optional<double> believable_inches(const ReportedSize& size);

} // namespace display
