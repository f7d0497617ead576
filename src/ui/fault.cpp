#include "ui/fault.hpp"

#include "session/fault.hpp"

#include <cmath>

namespace ui {

namespace {

using session::Event;

bool has_place(const Rect& rect) {
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.w) && std::isfinite(rect.h);
}

Rect whole(const Panel& panel) {
    return {0, 0, static_cast<double>(panel.width_px), static_cast<double>(panel.height_px)};
}

bool touch_each_other(const Rect& one, const Rect& other) {
    const Rect common = one.common(other);
    return common.w > 0 && common.h > 0;
}

std::vector<const Node*> targets(const Kiosk& kiosk, const Event& event) {
    std::vector<const Node*> all;
    for (const Node& node : kiosk.outline())
        if (node.event == event) all.push_back(&node);
    return all;
}

std::string fault_of_cover(const Kiosk& kiosk) {
    for (const Node& node : kiosk.outline())
        if (node.event && node.event != Event(session::Wake{})) return "the cover offers " + node.id;
    return targets(kiosk, session::Wake{}).size() == 1 ? "" : "nothing to wake the cover with";
}

std::string fault_of_cleaning(const Kiosk& kiosk) {
    for (const Node& node : kiosk.outline())
        if (node.event) return "a cloth could press " + node.id;
    return {};
}

std::string fault_of_hide(const Kiosk& kiosk) {
    const std::vector<const Node*> hides = targets(kiosk, session::Hide{});
    if (hides.size() != 1) return "Hide is there " + std::to_string(hides.size()) + " times";
    const Rect hide = hides.front()->visible(), screen = whole(kiosk.theme().panel());
    if (hide != hides.front()->rect || hide.common(screen) != hide || hide.w <= 0 || hide.h <= 0)
        return "Hide is not wholly on the screen";
    for (const Node& node : kiosk.outline()) {
        if (node.event && &node != hides.front() && touch_each_other(node.visible(), hide))
            return node.id + " lies on Hide";
        if (node.event && &node != hides.front() && kiosk.state().hiding) return "while hiding, " + node.id;
    }
    return {};
}

// Who walks past at night sees nothing, and whoever touches it anywhere has a screen.
std::string fault_of_dark(const Kiosk& kiosk) {
    const Outline& outline = kiosk.outline();
    if (outline.size() != 1) return "in the dark there is something to read";
    if (outline.front().event != Event(session::Wake{})) return "the dark offers " + outline.front().id;
    return outline.front().rect == whole(kiosk.theme().panel()) ? "" : "not all of the dark wakes it";
}

} // namespace

std::string fault(const Kiosk& kiosk, Instant now) {
    if (auto wrong = session::fault(kiosk.content(), kiosk.state(), now); !wrong.empty()) return wrong;
    for (const Node& node : kiosk.outline())
        if (!has_place(node.rect)) return "no place for " + node.text;
    if (session::is_on(kiosk.state(), session::StaffScreen::cleaning)) return fault_of_cleaning(kiosk);
    if (kiosk.dark()) return fault_of_dark(kiosk);
    return kiosk.state().covered ? fault_of_cover(kiosk) : fault_of_hide(kiosk);
}

} // namespace ui
