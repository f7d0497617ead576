// The focus that moves by itself from choice to choice, for people who can press only one key.
#include "ui/kiosk.hpp"
#include "ui/reading_order.hpp"

#include <algorithm>
#include <variant>

namespace ui {

namespace {

// The focus stays on what is being said. If the speaker never says that it has finished, this is
// how long.
constexpr std::chrono::seconds max_speech_duration{30};

bool says_something(const session::Effect& effect) {
    return std::holds_alternative<session::ReadAloud>(effect) ||
           std::holds_alternative<session::Announce>(effect);
}

} // namespace

// While nobody uses the kiosk, the focus does not move, so that nothing distracts and nothing wakes
// the program. The first press begins.
bool Kiosk::begins_scan(Key key) const {
    return key == Key::activate && content_->site.scanning.count() > 0 && !scan_at_ &&
           !state_.staff && !state_.listening && focused_node() == nullptr;
}

// The question is answered by any key, so nothing has to be reached then.
std::optional<base::Instant> Kiosk::scan_deadline() const {
    if (state_.staff || state_.warned_at || state_.is_hide_pressed || session::is_reading(state_))
        return std::nullopt;
    return scan_at_;
}

void Kiosk::move_scan(const base::ClockReading& now) {
    const std::size_t effect_count = effects_.size();
    const std::vector<int> order = choice_order(outline_, !can_listen());
    const OutlineNode* const focused = focused_node();
    auto next = std::ranges::find_if(
        order, [&](int node) { return &outline_[static_cast<std::size_t>(node)] == focused; });
    if (next != order.end()) ++next;
    if (next == order.end()) next = order.begin();
    apply(session::Scan{}, now);
    if (next != order.end() && can_listen())
        move_to_node(*next, now);
    else
        focused_id_ = next == order.end() ? "" : outline_[static_cast<std::size_t>(*next)].id;
    schedule_scan(effect_count, now);
    build_until_stable(now);
    scroll_to_node(focused_node(), now);
}

void Kiosk::schedule_scan(std::size_t effect_count, const base::ClockReading& now) {
    const bool is_said = std::any_of(effects_.begin() + static_cast<std::ptrdiff_t>(effect_count),
                                     effects_.end(), says_something);
    scan_at_ =
        now.since_boot + (is_said ? base::Duration{max_speech_duration} : content_->site.scanning);
}

} // namespace ui
