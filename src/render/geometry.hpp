// Rectangles in pixels, from the top left of the screen.
#pragma once

#include <algorithm>

namespace render {

struct Point {
    double x = 0, y = 0;
};

struct Rect {
    double x = 0, y = 0, w = 0, h = 0;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    Rect inset(double by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect inset(double dx, double dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    bool contains(double px, double py) const { return px >= x && px < right() && py >= y && py < bottom(); }

    Rect intersection(const Rect& other) const {
        const double left = std::max(x, other.x), top = std::max(y, other.y);
        return {left, top, std::max(0.0, std::min(right(), other.right()) - left),
                std::max(0.0, std::min(bottom(), other.bottom()) - top)};
    }

    bool operator==(const Rect&) const = default;
};

} // namespace render
