// Tests that every kind of invalid state is found.
#include "harness/invariants.hpp"
#include "session/sample_visit.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

using namespace session;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant now{1'000'000ms};

// Returns the violation of a visit to a section of the sample content after `change_state`.
std::string violation_of(const std::function<void(State&)>& change_state) {
    State state;
    state.section = "signs";
    state.last_touch_at = now;
    change_state(state);
    return harness::find_state_violation(test::sample(), state, now);
}

// Returns the violation of the sound test after `change_state`.
std::string staff_violation_of(const std::function<void(State&)>& change_state) {
    content::Content content = test::sample();
    content.site.staff_pin = "a hash";
    State state;
    state.last_touch_at = now;
    state.staff.emplace().screen = StaffScreen::sound;
    state.staff->opened_at = now;
    change_state(state);
    return harness::find_state_violation(content, state, now);
}

} // namespace

TEST_CASE("the idle state, the cover and an active visit are valid") {
    CHECK(harness::find_state_violation(test::sample(), {}, now) == "");
    State covered;
    covered.is_covered = true;
    CHECK(harness::find_state_violation(test::sample(), covered, now) == "");
    CHECK(violation_of([](State&) {}) == "");
    CHECK(violation_of([](State& state) {
              state.slip = Slip{"text", true, now};
              state.language = "es";
              state.scroll_mm[2] = 40;
              state.is_hide_pressed = true;
          }) == "");
}

TEST_CASE("each kind of invalid state is reported") {
    CHECK(violation_of([](State& state) { state.section = "none"; }) ==
          "a section that is not shown in this visit: none");
    CHECK(violation_of([](State& state) { state.section = "teachers"; }) ==
          "a section that is not shown in this visit: teachers");
    CHECK(violation_of([](State& state) {
              state.slip = Slip{"staff", false, now};
          }) == "a slip without a help line: staff");
    CHECK(violation_of([](State& state) {
              state.slip = Slip{"text", false, now};
          }) == "a slip without a help line: text");
    CHECK(violation_of([](State& state) { state.language = "en"; }) ==
          "a language that is not offered: en");
    CHECK(violation_of([](State& state) { state.language = "ar"; }) ==
          "a language that is not offered: ar");
    CHECK(violation_of([](State& state) { state.text_size = 5; }) == "an invalid text size: 5");
    CHECK(violation_of([](State& state) { state.color_scheme = static_cast<ColorScheme>(3); }) ==
          "an unknown color scheme");
    CHECK(violation_of([](State& state) { state.volume = 0; }) == "an invalid volume: 0");
    CHECK(violation_of([](State& state) { state.speech_speed = static_cast<SpeechSpeed>(3); }) ==
          "an unknown speed of speech");
    CHECK(violation_of([](State& state) {
              state.listening = Listening{-1, true};
          }) == "nothing is read aloud");
    CHECK(violation_of([](State& state) {
              state.scroll_mm[1] = std::numeric_limits<double>::quiet_NaN();
          }) == "an invalid scroll position");
    CHECK(violation_of([](State& state) { state.last_touch_at = now + 1ms; }) ==
          "a time in the future");
    CHECK(violation_of([](State& state) { state.is_covered = true; }) ==
          "part of a visit is left under the cover");
    CHECK(violation_of([](State& state) { state.section.clear(); }) ==
          "the time of a touch is left after the visit");
    CHECK(violation_of([](State& state) { state.last_touch_at = now - 60s; }) ==
          "a visit that is active after its timeout");
}

TEST_CASE("each staff screen is valid") {
    for (const StaffScreen screen :
         {StaffScreen::pin, StaffScreen::overview, StaffScreen::touch, StaffScreen::ruler,
          StaffScreen::qr, StaffScreen::sound, StaffScreen::keys, StaffScreen::cleaning})
        CHECK(staff_violation_of([screen](State& state) { state.staff->screen = screen; }) == "");
}

TEST_CASE("whatever a visit leaves on a staff screen is reported") {
    // This does not compile once State has another member, which then needs a line below.
    State visit;
    [[maybe_unused]] const auto& [section, tab, is_language_picker_open, slip,
                                  is_display_settings_open, scroll_mm, language, text_size,
                                  color_scheme, listening, volume, speech_speed, spoken_language,
                                  is_scanning, is_staff_unlocked, warned_at, last_touch_at, staff,
                                  is_hide_pressed, is_covered] = visit;
    const std::vector<std::function<void(State&)>> traces{
        [](State& state) { state.section = "signs"; },
        [](State& state) { state.tab = 1; },
        [](State& state) { state.is_staff_unlocked = true; },
        [](State& state) { state.is_language_picker_open = true; },
        [](State& state) {
            state.slip = Slip{"text", true, now};
        },
        [](State& state) { state.is_display_settings_open = true; },
        [](State& state) { state.scroll_mm[1] = 1; },
        [](State& state) { state.language = "es"; },
        [](State& state) { state.text_size = 2; },
        [](State& state) { state.color_scheme = ColorScheme::dark; },
        [](State& state) { state.listening.emplace(); },
        [](State& state) { state.volume = max_volume; },
        [](State& state) { state.speech_speed = SpeechSpeed::fast; },
        [](State& state) { state.spoken_language = "es"; },
        [](State& state) { state.is_scanning = true; },
        [](State& state) { state.warned_at = now; },
        [](State& state) { state.is_covered = true; }};
    for (const auto& leave_trace : traces) {
        CAPTURE(&leave_trace - traces.data());
        CHECK(staff_violation_of(leave_trace) == "part of a visit is left on the staff screens");
    }
    CHECK(staff_violation_of([](State& state) { state.is_hide_pressed = true; }) == "");
    CHECK(staff_violation_of([](State& state) { state.scroll_mm[0] = 1; }) == "");
}

TEST_CASE("whatever one staff screen leaves on another is reported") {
    const auto on_sound_test = [](const std::function<void(StaffState&)>& change) {
        return staff_violation_of([&change](State& state) { change(*state.staff); });
    };
    const std::string pin_left = "a PIN is left after the PIN pad";
    CHECK(on_sound_test([](StaffState& staff) { staff.entered_pin = {'2'}; }) == pin_left);
    CHECK(on_sound_test([](StaffState& staff) { staff.is_verifying = true; }) == pin_left);
    CHECK(on_sound_test([](StaffState& staff) { staff.tested_key = "F13"; }) ==
          "the name of a key outside the key test");
    CHECK(on_sound_test([](StaffState& staff) { staff.locked_until = now; }) == pin_left);
    const std::string trail_left = "a finger trail outside the touch test";
    CHECK(on_sound_test([](StaffState& staff) { staff.trail.resize(1); }) == trail_left);
    CHECK(on_sound_test([](StaffState& staff) { staff.reached_cells = {1}; }) == trail_left);
    CHECK(on_sound_test([](StaffState& staff) {
              staff.screen = StaffScreen::overview;
              staff.tone = ToneTest::playing;
          }) == "a test tone outside the sound test");
    CHECK(on_sound_test([](StaffState& staff) {
              staff.screen = StaffScreen::pin;
              staff.entered_pin.assign(max_pin_digits + 1, '2');
          }) == "a PIN that is too long");
    CHECK(on_sound_test([](StaffState& staff) { staff.opened_at = now + 1ms; }) ==
          "a time in the future");
    CHECK(violation_of([](State& state) { state.staff.emplace(); }) ==
          "staff screens without a PIN");
}
