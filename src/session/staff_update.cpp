#include "session/staff_update.hpp"

#include "session/update.hpp"

#include <algorithm>
#include <cmath>

namespace session {

namespace {

constexpr std::size_t max_trail_points = 600;

class StaffUpdater {
public:
    StaffUpdater(const content::Content& content, State& state, base::Instant now,
                 std::vector<Effect>& effects)
        : content_(content), state_(state), staff_(*state.staff), now_(now), effects_(effects) {}

    void operator()(const GoHome&) { state_ = idle_state(false); }
    void operator()(const GoBack&) {
        if (staff_.screen == StaffScreen::pin || staff_.screen == StaffScreen::overview)
            state_ = idle_state(false);
        else
            show(StaffScreen::overview);
    }
    void operator()(const OpenSection& open) {
        const content::Section* section = content_.find_section(open.id);
        if (staff_.screen != StaffScreen::overview || section == nullptr ||
            section->audience != content::Audience::staff)
            return;
        state_ = State{};
        state_.is_staff_unlocked = true;
        state_.section = open.id;
    }
    void operator()(const ScrollTo& to) {
        state_.scroll_mm.front() = std::isfinite(to.mm) ? std::max(0.0, to.mm) : 0.0;
    }
    void operator()(const EndVisit&) { state_ = idle_state(false); }
    void operator()(const PressHide&) { state_.is_hide_pressed = true; }
    void operator()(const CancelHide&) { state_.is_hide_pressed = false; }
    void operator()(const Hide&) { state_ = idle_state(true); }
    void operator()(const TypeDigit& type) {
        const bool is_digit = type.digit >= '0' && type.digit <= '9';
        if (!can_type() || !is_digit || staff_.entered_pin.size() >= max_pin_digits) return;
        staff_.entered_pin.push_back(type.digit);
        staff_.is_wrong = false;
    }
    void operator()(const EraseDigit&) {
        if (can_type() && !staff_.entered_pin.empty()) staff_.entered_pin.pop_back();
    }
    void operator()(const SubmitPin&) {
        if (!can_type() || staff_.entered_pin.size() < min_pin_digits) return;
        staff_.is_verifying = true;
        effects_.emplace_back(VerifyPin{staff_.entered_pin});
    }
    void operator()(const PinChecked& result) {
        if (!staff_.is_verifying || result.pin != staff_.entered_pin) return;
        if (result.is_correct) return show(StaffScreen::overview);
        staff_ = StaffState{};
        staff_.opened_at = now_;
        staff_.is_wrong = true;
        staff_.locked_until = result.locked_until;
    }
    void operator()(const OpenStaffScreen& open) {
        if (staff_.screen != StaffScreen::pin && open.screen != StaffScreen::pin) show(open.screen);
    }
    void operator()(const TouchTestSample& sample) {
        if (staff_.screen != StaffScreen::touch) return;
        if (staff_.trail.size() >= max_trail_points) staff_.trail.erase(staff_.trail.begin());
        staff_.trail.push_back(sample.point);
        if (sample.cell) staff_.reached_cells.insert(*sample.cell);
    }
    void operator()(const RequestTestTone&) {
        if (staff_.screen != StaffScreen::sound) return;
        staff_.tone = ToneTest::requested;
        effects_.emplace_back(PlayTestTone{});
    }
    void operator()(const TestToneResult& result) {
        if (staff_.tone == ToneTest::requested)
            staff_.tone = result.is_playing ? ToneTest::playing : ToneTest::unavailable;
    }
    void operator()(const TestKey& test) {
        if (staff_.screen == StaffScreen::keys) staff_.tested_key = test.name;
    }
    void operator()(const RequestRestart&) {
        if (staff_.screen == StaffScreen::overview) effects_.emplace_back(RestartProgram{});
    }
    template <typename VisitorEvent>
    void operator()(const VisitorEvent&) {}

private:
    bool can_type() const {
        return staff_.screen == StaffScreen::pin && !staff_.is_verifying && !staff_.locked_until;
    }
    void show(StaffScreen screen) {
        staff_ = StaffState{};
        staff_.screen = screen;
        staff_.opened_at = now_;
        state_.scroll_mm.front() = 0;
    }

    const content::Content& content_;
    State& state_;
    StaffState& staff_;
    base::Instant now_;
    std::vector<Effect>& effects_;
};

} // namespace

State open_pin_pad(const content::Content& content, const OpenPinPad& open, base::Instant now) {
    State state;
    if (content.site.staff_pin.empty()) return state;
    state.staff.emplace();
    state.staff->opened_at = now;
    if (open.locked_until > now) state.staff->locked_until = open.locked_until;
    return state;
}

void update_staff(const content::Content& content, State& state, const Event& event,
                  base::Instant now, std::vector<Effect>& effects) {
    StaffState& staff = *state.staff;
    if (staff.locked_until && now >= *staff.locked_until) {
        staff.locked_until.reset();
        staff.is_wrong = false;
    }
    std::visit(StaffUpdater(content, state, now, effects), event);
}

base::Instant staff_timeout_at(const State& state) {
    if (is_on_staff_screen(state, StaffScreen::cleaning))
        return state.staff->opened_at + cleaning_lock_duration;
    return state.last_touch_at + staff_timeout;
}

} // namespace session
