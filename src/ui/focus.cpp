#include "ui/focus.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

// Every button, row by row.
std::vector<const Node*> stops(const Outline& outline) {
    std::vector<const Node*> all;
    for (const Node& node : outline)
        if (node.event) all.push_back(&node);
    std::stable_sort(all.begin(), all.end(), [](const Node* a, const Node* b) {
        const bool same_row = std::abs(a->rect.y - b->rect.y) < std::min(a->rect.h, b->rect.h) / 2;
        return !same_row && a->rect.y < b->rect.y;
    });
    return all;
}

struct Direction {
    double x, y;
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

// How far `to` lies in the direction, sideways distance counting double. Infinite: not in that direction.
double distance(const Rect& from, const Rect& to, const Direction& way) {
    const double dx = to.x + to.w / 2 - from.x - from.w / 2, dy = to.y + to.h / 2 - from.y - from.h / 2;
    const double along = dx * way.x + dy * way.y, across = std::abs(dx * way.y) + std::abs(dy * way.x);
    return along <= 1 ? std::numeric_limits<double>::infinity() : along + 2 * across;
}

} // namespace

std::string next_focus(const Outline& outline, const std::string& from, Key key) {
    const std::vector<const Node*> all = stops(outline);
    if (all.empty()) return {};
    const auto here = std::find_if(all.begin(), all.end(), [&](const Node* stop) { return stop->id == from; });
    if (here == all.end()) return (key == Key::previous ? all.back() : all.front())->id;
    const auto index = static_cast<std::size_t>(here - all.begin());
    if (key == Key::next) return all[(index + 1) % all.size()]->id;
    if (key == Key::previous) return all[(index + all.size() - 1) % all.size()]->id;
    const Node* best = *here;
    double least = std::numeric_limits<double>::infinity();
    for (const Node* stop : all) {
        const double away = distance((*here)->rect, stop->rect, direction(key));
        if (away < least) least = away, best = stop;
    }
    return best->id;
}

} // namespace ui
