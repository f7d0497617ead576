#include "ui/focus_navigation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

// Returns all buttons in reading order: row by row, and in the order of drawing within a row.
std::vector<const OutlineNode*> focus_order(const Outline& outline) {
    std::vector<const OutlineNode*> targets;
    for (const OutlineNode& node : outline)
        if (node.event) targets.push_back(&node);
    std::stable_sort(targets.begin(), targets.end(),
                     [](const OutlineNode* a, const OutlineNode* b) {
                         const bool is_same_row =
                             std::abs(a->rect.y - b->rect.y) < std::min(a->rect.h, b->rect.h) / 2;
                         return !is_same_row && a->rect.y < b->rect.y;
                     });
    return targets;
}

struct Direction {
    double x;
    double y;
};

Direction direction(Key key) {
    switch (key) {
    case Key::left:
        return {-1, 0};
    case Key::right:
        return {1, 0};
    case Key::up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

// Returns the distance from `from` to `to` in a direction. Sideways distance counts double. The
// distance is infinite if `to` does not lie in that direction.
double distance(const render::Rect& from, const render::Rect& to, const Direction& direction) {
    const double dx = to.x + to.w / 2 - from.x - from.w / 2,
                 dy = to.y + to.h / 2 - from.y - from.h / 2;
    const double along = dx * direction.x + dy * direction.y,
                 across = std::abs(dx * direction.y) + std::abs(dy * direction.x);
    return along <= 1 ? std::numeric_limits<double>::infinity() : along + 2 * across;
}

} // namespace

std::string next_focus(const Outline& outline, const std::string& from, Key key) {
    const std::vector<const OutlineNode*> targets = focus_order(outline);
    if (targets.empty()) return {};
    const auto current =
        std::find_if(targets.begin(), targets.end(),
                     [&](const OutlineNode* candidate) { return candidate->id == from; });
    if (current == targets.end())
        return (key == Key::previous ? targets.back() : targets.front())->id;
    const auto index = static_cast<std::size_t>(current - targets.begin());
    if (key == Key::next) return targets[(index + 1) % targets.size()]->id;
    if (key == Key::previous) return targets[(index + targets.size() - 1) % targets.size()]->id;
    const OutlineNode* best = *current;
    double min_distance = std::numeric_limits<double>::infinity();
    for (const OutlineNode* candidate : targets) {
        const double candidate_distance =
            distance((*current)->rect, candidate->rect, direction(key));
        if (candidate_distance < min_distance) min_distance = candidate_distance, best = candidate;
    }
    return best->id;
}

} // namespace ui
