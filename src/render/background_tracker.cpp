#include "render/background_tracker.hpp"

#include <algorithm>

namespace render {

namespace {

bool contains(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

bool intersects(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() &&
           other.y < one.bottom();
}

} // namespace

void BackgroundTracker::fill(const Rect& rect, double corner, double edge, Color color,
                             const Rect& clip) {
    const double inset = std::max(corner, edge);
    regions_.push_back({rect, rect.inset(edge, inset).intersection(clip),
                        rect.inset(inset, edge).intersection(clip), color});
}

void BackgroundTracker::invalidate(const Rect& rect) {
    regions_.push_back({rect, {}, {}, {0, 0, 0, 0}});
}

bool BackgroundTracker::is_uniform(const Rect& rect, Color color) const {
    const auto found = std::find_if(regions_.rbegin(), regions_.rend(), [&](const Region& region) {
        return intersects(region.whole, rect);
    });
    if (found == regions_.rend() || found->color != color || color.a != 255) return false;
    return contains(found->horizontal_band, rect) || contains(found->vertical_band, rect);
}

} // namespace render
