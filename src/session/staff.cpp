#include "session/staff.hpp"

#include "session/update.hpp"

#include <algorithm>
#include <cmath>

namespace session {

namespace {

constexpr std::size_t longest_trail = 600; // dots

class StaffStep {
public:
    StaffStep(State& state, Instant now) : state_(state), staff_(*state.staff), now_(now) {}

    void operator()(const GoHome&) { state_ = rest(false); }
    void operator()(const GoBack&) {
        if (staff_.screen == StaffScreen::pin || staff_.screen == StaffScreen::page)
            state_ = rest(false);
        else
            show(StaffScreen::page);
    }
    void operator()(const ScrollTo& to) {
        state_.scroll.front() = std::isfinite(to.mm) ? std::max(0.0, to.mm) : 0.0;
    }
    void operator()(const EndVisit&) { state_ = rest(false); }
    void operator()(const PressHide&) { state_.hiding = true; }
    void operator()(const LeaveHide&) { state_.hiding = false; }
    void operator()(const Hide&) { state_ = rest(true); }
    void operator()(const TypeDigit& type) {
        const bool is_digit = type.digit >= '0' && type.digit <= '9';
        if (!takes_digits() || !is_digit || staff_.typed.size() >= longest_pin) return;
        staff_.typed.push_back(type.digit);
        staff_.wrong = false;
    }
    void operator()(const EraseDigit&) {
        if (takes_digits() && !staff_.typed.empty()) staff_.typed.pop_back();
    }
    void operator()(const TryPin&) {
        if (takes_digits() && staff_.typed.size() >= shortest_pin) staff_.checking = true;
    }
    void operator()(const AnswerPin& answer) {
        if (!staff_.checking) return;
        if (answer.right) return show(StaffScreen::page);
        staff_ = Staff{};
        staff_.since = now_;
        staff_.wrong = true;
        staff_.locked_until = answer.locked_until;
    }
    void operator()(const OpenStaffScreen& open) {
        if (staff_.screen != StaffScreen::pin && open.screen != StaffScreen::pin) show(open.screen);
    }
    void operator()(const Trace& trace) {
        if (staff_.screen != StaffScreen::touch) return;
        if (staff_.trail.size() >= longest_trail) staff_.trail.erase(staff_.trail.begin());
        staff_.trail.push_back(trace.dot);
        if (trace.square) staff_.reached.insert(*trace.square);
    }
    void operator()(const PlayTone&) {
        if (staff_.screen == StaffScreen::sound) staff_.tone = Tone::asked;
    }
    void operator()(const AnswerTone& answer) {
        if (staff_.tone == Tone::asked) staff_.tone = answer.plays ? Tone::playing : Tone::impossible;
    }
    void operator()(const Restart&) {
        if (staff_.screen == StaffScreen::page) staff_.restarting = true;
    }
    template <typename OfVisitors>
    void operator()(const OfVisitors&) {}

private:
    bool takes_digits() const {
        return staff_.screen == StaffScreen::pin && !staff_.checking && !staff_.locked_until;
    }
    void show(StaffScreen screen) {
        staff_ = Staff{};
        staff_.screen = screen;
        staff_.since = now_;
        state_.scroll.front() = 0;
    }

    State& state_;
    Staff& staff_;
    Instant now_;
};

} // namespace

State opened(const content::Content& content, const OpenStaff& open, Instant now) {
    State state;
    if (content.site.staff_pin.empty()) return state;
    state.staff.emplace();
    state.staff->since = now;
    if (open.locked_until > now) state.staff->locked_until = open.locked_until;
    return state;
}

void update_staff(State& state, const Event& event, Instant now) {
    Staff& staff = *state.staff;
    if (staff.locked_until && now >= *staff.locked_until) staff.locked_until.reset(), staff.wrong = false;
    std::visit(StaffStep(state, now), event);
}

Instant leave_staff_at(const State& state) {
    if (is_on(state, StaffScreen::cleaning)) return state.staff->since + cleaning_lasts;
    return state.last_touch + staff_leaves_after;
}

} // namespace session
