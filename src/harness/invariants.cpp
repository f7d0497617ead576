#include "harness/invariants.hpp"

#include "harness/state_invariants.hpp"

#include <cmath>

namespace harness {

namespace {

using session::Event;

bool is_finite(const render::Rect& rect) {
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.w) && std::isfinite(rect.h);
}

render::Rect panel_rect(const ui::Panel& panel) {
    return {0, 0, static_cast<double>(panel.width_px), static_cast<double>(panel.height_px)};
}

bool has_overlap(const render::Rect& one, const render::Rect& other) {
    const render::Rect intersection = one.intersection(other);
    return intersection.w > 0 && intersection.h > 0;
}

std::vector<const ui::OutlineNode*> find_targets(const ui::Kiosk& kiosk, const Event& event) {
    std::vector<const ui::OutlineNode*> targets;
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event == event) targets.push_back(&node);
    return targets;
}

std::string find_cover_violation(const ui::Kiosk& kiosk) {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event && node.event != Event(session::Wake{})) return "the cover offers " + node.id;
    return find_targets(kiosk, session::Wake{}).size() == 1 ? "" : "nothing to wake the cover with";
}

std::string find_cleaning_violation(const ui::Kiosk& kiosk) {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event) return "a cloth could press " + node.id;
    return {};
}

std::string find_hide_violation(const ui::Kiosk& kiosk) {
    const std::vector<const ui::OutlineNode*> hide_targets = find_targets(kiosk, session::Hide{});
    if (hide_targets.size() != 1) return "Hide is there " + std::to_string(hide_targets.size()) + " times";
    const render::Rect hide = hide_targets.front()->visible_rect(), screen = panel_rect(kiosk.theme().panel());
    if (hide != hide_targets.front()->rect || hide.intersection(screen) != hide || hide.w <= 0 || hide.h <= 0)
        return "Hide is not wholly on the screen";
    for (const ui::OutlineNode& node : kiosk.outline()) {
        if (node.event && &node != hide_targets.front() && has_overlap(node.visible_rect(), hide))
            return node.id + " lies on Hide";
        if (node.event && &node != hide_targets.front() && kiosk.state().is_hide_pressed)
            return "while hiding, " + node.id;
    }
    return {};
}

// Who walks past at night sees nothing, and whoever touches it anywhere has a screen.
std::string find_off_hours_violation(const ui::Kiosk& kiosk) {
    const ui::Outline& outline = kiosk.outline();
    if (outline.size() != 1) return "in the dark there is something to read";
    if (outline.front().event != Event(session::Wake{})) return "the dark offers " + outline.front().id;
    return outline.front().rect == panel_rect(kiosk.theme().panel()) ? "" : "not all of the dark wakes it";
}

} // namespace

std::string find_screen_violation(const ui::Kiosk& kiosk, base::Instant now) {
    if (auto violation = find_state_violation(kiosk.content(), kiosk.state(), now); !violation.empty())
        return violation;
    for (const ui::OutlineNode& node : kiosk.outline())
        if (!is_finite(node.rect)) return "no place for " + node.text;
    if (session::is_on_staff_screen(kiosk.state(), session::StaffScreen::cleaning))
        return find_cleaning_violation(kiosk);
    if (kiosk.is_off_hours()) return find_off_hours_violation(kiosk);
    return kiosk.state().is_covered ? find_cover_violation(kiosk) : find_hide_violation(kiosk);
}

} // namespace harness
