// What touches, keys and the wheel do to the kiosk.
#include "ui/focus_navigation.hpp"
#include "ui/kiosk.hpp"
#include "ui/widgets/touch_grid.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr base::Duration wake_grace_period{
    1000}; // after waking: a display that was off shows nothing yet

} // namespace

void Kiosk::handle_touch(const Touch& touch, const base::ClockReading& now) {
    advance(now); // a touch after the deadline acts on the new screen
    if (is_input_locked()) return;
    if (touch.phase == TouchPhase::down && consume_wake_touch(now)) return;
    if (handle_corner_gesture(touch, now)) return;
    if (touch.phase != TouchPhase::down && !touch_tracker_.is_down()) return;
    if (touch.phase == TouchPhase::down) cancel_touch(now);
    touch_tracker_.handle(touch, now.since_boot);
    if (touch.phase == TouchPhase::down) {
        focused_id_.clear();
        scan_at_.reset();
        apply(session::Touched{}, now);
        stop_speech(now);
        if (momentum_) touch_tracker_.cancel_tap();
        momentum_.reset();
        touch_scroll_mm_ = std::min(session::top_scroll_mm(state_), scroll_region_.max_mm);
    }
    if (session::is_on_staff_screen(state_, session::StaffScreen::touch))
        apply(touch_test_sample(touch, theme_), now);
    scroll_by_drag(now);
    build_frame(now, touch.phase == TouchPhase::up);
    if (touch.phase == TouchPhase::up) {
        start_momentum(now);
        stop_listening_after_touch(now);
    }
    build_until_stable(now);
}

bool Kiosk::is_input_locked() const {
    return session::is_on_staff_screen(state_, session::StaffScreen::cleaning);
}

bool Kiosk::handle_corner_gesture(const Touch& touch, const base::ClockReading& now) {
    if (touch.phase != TouchPhase::down || state_.staff || content_->site.staff_pin.empty())
        return false;
    if (!corner_gesture_.handle_touch_down(touch.x, touch.y, theme_, now.since_boot)) return false;
    apply(session::OpenPinPad{}, now);
    build_until_stable(now);
    return true;
}

// A canceled touch presses nothing. But if it was on Hide, the cover stays, so that the next
// visitor does not see the page.
void Kiosk::cancel_touch(const base::ClockReading& now) {
    if (!touch_tracker_.is_down()) return;
    touch_tracker_ = TouchTracker(theme_.px(metric::drag));
    if (state_.is_hide_pressed) apply(session::Hide{}, now);
    build_frame(now);
}

void Kiosk::scroll_by_drag(const base::ClockReading& now) {
    if (!touch_tracker_.is_dragging() || state_.is_hide_pressed ||
        !scroll_region_.view.contains(touch_tracker_.start_x(), touch_tracker_.start_y()))
        return;
    const double scroll_mm = touch_scroll_mm_ - theme_.mm(touch_tracker_.dragged_y());
    apply(session::ScrollTo{std::clamp(scroll_mm, 0.0, scroll_region_.max_mm)}, now);
}

void Kiosk::start_momentum(const base::ClockReading& now) {
    if (!touch_tracker_.was_dragging() ||
        !scroll_region_.view.contains(touch_tracker_.start_x(), touch_tracker_.start_y()))
        return;
    const MomentumScroll momentum(session::top_scroll_mm(state_),
                                  -theme_.mm(touch_tracker_.speed_y(now.since_boot)),
                                  now.since_boot);
    if (content_->site.motion && !momentum.is_finished(now.since_boot)) momentum_ = momentum;
}

void Kiosk::wake(const base::ClockReading& now) {
    if (!is_off_hours_at(now)) return;
    last_touch_at_ = now.since_boot;
    woken_at_ = now.since_boot;
    dispatch(session::Wake{}, now);
}

// A touch on a black screen only turns it on, because the person could not see what was there.
bool Kiosk::consume_wake_touch(const base::ClockReading& now) {
    wake(now);
    last_touch_at_ = now.since_boot;
    return woken_at_ && now.since_boot - *woken_at_ < wake_grace_period;
}

void Kiosk::handle_wheel(double mm, const base::ClockReading& now) {
    advance(now);
    if (is_input_locked() || consume_wake_touch(now)) return;
    if (scroll_region_.max_mm <= 0 || state_.warned_at) return;
    momentum_.reset();
    const double current_mm = std::min(session::top_scroll_mm(state_), scroll_region_.max_mm);
    apply(session::ScrollTo{std::clamp(current_mm + mm, 0.0, scroll_region_.max_mm)}, now);
    build_until_stable(now);
}

void Kiosk::handle_key(Key key, const base::ClockReading& now) {
    advance(now);
    if (is_input_locked() || consume_wake_touch(now)) return;
    const std::size_t effect_count = effects_.size();
    if (begins_scan(key) && !state_.is_covered && !state_.warned_at) return move_scan(now);
    const bool begins_after_cover = begins_scan(key) && state_.is_covered;
    handle_pressed_key(key, now);
    if (scan_at_ || begins_after_cover) schedule_scan(effect_count, now);
}

void Kiosk::handle_pressed_key(Key key, const base::ClockReading& now) {
    if (state_.is_covered || state_.warned_at) { // any key continues, as any touch does
        apply(state_.is_covered ? session::Event(session::Wake{}) : session::ContinueVisit{}, now);
        build_until_stable(now);
        return continue_by_ear(now);
    }
    apply(session::Touched{}, now);
    if (can_listen()) return handle_key_by_ear(key, now);
    if (can_go_back_to_voice(key)) return go_back_to_voice(now);
    const OutlineNode* node = focused_node();
    switch (key) {
    case Key::activate:
        if (node != nullptr) press(session::Event(*node->event), now);
        break;
    case Key::back:
        apply(session::GoBack{}, now);
        break;
    case Key::home:
        apply(session::GoHome{}, now);
        break;
    case Key::louder:
    case Key::softer:
    case Key::help:
        break; // they are about what can be heard
    default:
        focused_id_ = next_focus(outline_, focused_id_, key);
        break;
    }
    build_until_stable(now);
    if (can_listen()) return read_after_press(now); // another language was chosen
    scroll_to_node(focused_node(), now);
}

const OutlineNode* Kiosk::focused_node() const {
    const auto focused =
        std::find_if(outline_.begin(), outline_.end(), [this](const OutlineNode& node) {
            return node.event && node.id == focused_id_;
        });
    return focused == outline_.end() ? nullptr : &*focused;
}

void Kiosk::scroll_to_node(const OutlineNode* node, const base::ClockReading& now) {
    if (node == nullptr || !node->is_scrollable) return;
    const double above = node->clip.y - node->rect.y,
                 below = node->rect.bottom() - node->clip.bottom();
    if (above <= 0 && below <= 0) return;
    const double margin = theme_.px(metric::gap);
    const double delta_px =
        above > 0 ? -(above + margin) : std::min(below + margin, node->rect.y - node->clip.y);
    const double scroll_mm =
        std::min(session::top_scroll_mm(state_), scroll_region_.max_mm) + theme_.mm(delta_px);
    apply(session::ScrollTo{std::clamp(scroll_mm, 0.0, scroll_region_.max_mm)}, now);
    build_until_stable(now);
}

} // namespace ui
