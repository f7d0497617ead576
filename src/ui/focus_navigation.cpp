#include "ui/focus_navigation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace ui {

namespace {

// A row of buttons. Its first button is the highest one.
class Row {
public:
    explicit Row(const render::Rect& first) : y_(first.y), middle_(first.y + first.h / 2) {}

    // Returns whether a button that is not higher than the first one starts above the middle of
    // every button of the row, so that no button of the row lies wholly above another one. Most of
    // the button must be beside the first one, too.
    bool contains(const render::Rect& rect) const {
        return rect.y <= y_ || (rect.y < middle_ && rect.y - y_ < rect.h / 2);
    }
    void add(const render::Rect& rect) { middle_ = std::min(middle_, rect.y + rect.h / 2); }

private:
    double y_;
    double middle_; // the highest middle of its buttons
};

// Returns all buttons in reading order: row by row, and in the order of drawing within a row.
std::vector<const OutlineNode*> focus_order(const Outline& outline) {
    std::vector<const OutlineNode*> by_height;
    for (const OutlineNode& node : outline)
        if (node.event) by_height.push_back(&node);
    std::ranges::stable_sort(by_height, {}, [](const OutlineNode* node) { return node->rect.y; });
    struct Target {
        int row;
        const OutlineNode* node;
    };
    std::vector<Target> targets;
    targets.reserve(by_height.size());
    std::optional<Row> row;
    int row_number = 0;
    for (const OutlineNode* node : by_height) {
        if (!row || !row->contains(node->rect)) {
            row.emplace(node->rect);
            ++row_number;
        }
        row->add(node->rect);
        targets.push_back({row_number, node});
    }
    // The nodes are in the order of drawing in the outline, so their addresses are, too.
    std::ranges::sort(targets, {},
                      [](const Target& target) { return std::pair(target.row, target.node); });
    std::vector<const OutlineNode*> ordered;
    ordered.reserve(targets.size());
    for (const Target& target : targets) ordered.push_back(target.node);
    return ordered;
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
