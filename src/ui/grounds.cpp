#include "ui/grounds.hpp"

#include <algorithm>

namespace ui {

namespace {

bool contains(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

bool meet(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

} // namespace

void Grounds::lay(const Rect& rect, double corner, double edge, Colour colour, const Rect& clip) {
    const double cut = std::max(corner, edge);
    patches_.push_back({rect, rect.inset(edge, cut).common(clip), rect.inset(cut, edge).common(clip), colour});
}

void Grounds::spoil(const Rect& rect) {
    patches_.push_back({rect, {}, {}, {0, 0, 0, 0}});
}

bool Grounds::is_all(const Rect& rect, Colour colour) const {
    const auto found = std::find_if(patches_.rbegin(), patches_.rend(),
                                    [&](const Patch& patch) { return meet(patch.whole, rect); });
    if (found == patches_.rend() || found->colour != colour || colour.a != 255) return false;
    return contains(found->across, rect) || contains(found->down, rect);
}

} // namespace ui
