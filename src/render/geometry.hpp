// Points and rectangles in pixels. The origin is the top left corner of the screen.
#pragma once

#include <algorithm>
#include <cmath>

namespace render {

struct Point {
    double x = 0;
    double y = 0;
};

struct Rect {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    double right() const { return x + w; }
    double bottom() const { return y + h; }

    // Return the rectangle without a margin of this width. A negative width makes it larger.
    Rect inset(double by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect inset(double dx, double dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }

    // The right and the bottom edge are not part of the rectangle.
    bool contains(double px, double py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    // Returns a rectangle without area if the two do not overlap.
    Rect intersection(const Rect& other) const {
        const double left = std::max(x, other.x), top = std::max(y, other.y);
        return {left, top, std::max(0.0, std::min(right(), other.right()) - left),
                std::max(0.0, std::min(bottom(), other.bottom()) - top)};
    }

    // Returns the rectangle with each edge at the nearest whole pixel.
    Rect rounded() const {
        const double left = std::round(x), top = std::round(y);
        return {left, top, std::round(right()) - left, std::round(bottom()) - top};
    }

    bool operator==(const Rect&) const = default;
};

} // namespace render
