#include "harness/invariants.hpp"
#include "session/pin_attempts.hpp"
#include "session/sample_visit.hpp"
#include "session/update.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>

using namespace session;
using namespace std::chrono_literals;
using test::Visit;

namespace {

Visit staff_visit() {
    Visit visit;
    visit.content.site.staff_pin = "$argon2id$...";
    return visit;
}

PinChecked pin_checked(std::string_view pin, bool is_correct) {
    return {{pin.begin(), pin.end()}, is_correct, {}};
}

Visit& type_pin(Visit& visit, std::string_view pin) {
    for (const char digit : pin) visit.dispatch(TypeDigit{digit});
    return visit;
}

Visit visit_on(StaffScreen screen) {
    Visit visit = staff_visit();
    visit.dispatch(OpenPinPad{});
    if (screen == StaffScreen::pin) return type_pin(visit, "25");
    type_pin(visit, "2580").dispatch(SubmitPin{}).dispatch(pin_checked("2580", true));
    return visit.dispatch(OpenStaffScreen{screen});
}

constexpr StaffScreen all_screens[] = {
    StaffScreen::pin, StaffScreen::overview, StaffScreen::touch, StaffScreen::ruler,
    StaffScreen::qr,  StaffScreen::sound,    StaffScreen::keys,  StaffScreen::cleaning};

std::string entered_pin(const Visit& visit) {
    return {visit.state.staff->entered_pin.begin(), visit.state.staff->entered_pin.end()};
}

} // namespace

TEST_CASE("without a PIN in site.yaml, no staff screen opens") {
    Visit visit;
    CHECK(visit.dispatch(OpenPinPad{}).state == State{});
    CHECK(visit.dispatch(OpenStaffScreen{StaffScreen::overview}).state == State{});
    CHECK(visit.dispatch(pin_checked("2580", true)).state == State{});
    CHECK(visit.dispatch(RequestRestart{}).state == State{});
}

TEST_CASE("opening the PIN pad clears the visit") {
    Visit visit = staff_visit();
    visit.dispatch(SelectLanguage{"es"})
        .dispatch(OpenSection{"signs"})
        .dispatch(SetTextSize{3})
        .dispatch(OpenPinPad{});
    State clean;
    clean.staff.emplace().opened_at = visit.now;
    clean.last_touch_at = visit.now;
    CHECK(visit.state == clean);
}

TEST_CASE("a PIN is verified once if it has four to eight digits") {
    Visit visit = staff_visit();
    visit.dispatch(OpenPinPad{});
    CHECK_FALSE(type_pin(visit, "258").dispatch(SubmitPin{}).state.staff->is_verifying);
    CHECK(entered_pin(type_pin(visit, "0x1")) == "25801");
    CHECK(entered_pin(visit.dispatch(EraseDigit{})) == "2580");
    CHECK(visit.dispatch(SubmitPin{}).state.staff->is_verifying);
    CHECK(visit.effects == std::vector<Effect>{VerifyPin{{'2', '5', '8', '0'}}});
    CHECK(visit.dispatch(SubmitPin{}).effects.empty()); // it is being verified already
    CHECK(visit.dispatch(pin_checked("1397", true))
              .state.staff->is_verifying); // the result for another PIN
    CHECK(entered_pin(type_pin(visit, "7").dispatch(EraseDigit{})) ==
          "2580"); // no digits are accepted during verification
    visit.dispatch(pin_checked("2580", false));
    CHECK(visit.state.staff->is_wrong);
    CHECK(entered_pin(visit) == "");
    CHECK(entered_pin(type_pin(visit, "123456789")) == "12345678");
    CHECK_FALSE(visit.state.staff->is_wrong);
}

TEST_CASE("only the correct PIN opens the staff overview") {
    Visit visit = staff_visit();
    visit.dispatch(OpenPinPad{});
    CHECK(is_on_staff_screen(visit.dispatch(pin_checked("2580", true)).state,
                             StaffScreen::pin)); // no PIN was submitted
    CHECK(is_on_staff_screen(visit.dispatch(OpenStaffScreen{StaffScreen::overview}).state,
                             StaffScreen::pin));
    CHECK(visit.dispatch(RequestRestart{}).effects.empty());
    type_pin(visit, "2580").dispatch(SubmitPin{}).dispatch(pin_checked("2580", true));
    CHECK(is_on_staff_screen(visit.state, StaffScreen::overview));
    CHECK(entered_pin(visit) == "");
    CHECK(visit.dispatch(RequestRestart{}).effects == std::vector<Effect>{RestartProgram{}});
}

TEST_CASE("a locked PIN pad accepts no digits until the lockout ends") {
    Visit visit = staff_visit();
    visit.dispatch(OpenPinPad{visit.now + 30s});
    CHECK(entered_pin(type_pin(visit, "2580").dispatch(SubmitPin{})) == "");
    CHECK(*next_deadline(visit.content, visit.state) == visit.now + 30s);
    CHECK(visit.advance(29'999ms).state.staff->locked_until.has_value());
    CHECK_FALSE(visit.advance(1ms).state.staff->locked_until.has_value());
    CHECK(entered_pin(type_pin(visit, "2580")) == "2580");
}

TEST_CASE(
    "staff screens close after 60 seconds without the idle warning, and the state is cleared") {
    for (const StaffScreen screen : all_screens) {
        CAPTURE(screen_name(screen));
        Visit visit = visit_on(screen);
        CHECK(*next_deadline(visit.content, visit.state) == visit.now + 60s);
        CHECK(is_on_staff_screen(visit.advance(59'999ms).state, screen));
        CHECK_FALSE(visit.state.warned_at.has_value());
        CHECK(visit.advance(1ms).state == State{});
    }
}

TEST_CASE("a touch keeps a staff screen open, except the cleaning lock") {
    for (const StaffScreen screen : all_screens) {
        CAPTURE(screen_name(screen));
        Visit visit = visit_on(screen);
        visit.advance(40s).dispatch(Touched{}).advance(40s);
        CHECK(is_on_staff_screen(visit.state, screen) == (screen != StaffScreen::cleaning));
    }
}

TEST_CASE("the cleaning lock counts down from 60 seconds") {
    Visit visit = visit_on(StaffScreen::cleaning);
    CHECK(seconds_left(visit.content, visit.state, visit.now) == 60);
    CHECK(seconds_left(visit.content, visit.state, visit.now + 59'001ms) == 1);
}

TEST_CASE("Hide, Home, the end of the visit and a suspend clear the state of any staff screen") {
    State cover;
    cover.is_covered = true;
    for (const StaffScreen screen : all_screens) {
        CAPTURE(screen_name(screen));
        CHECK(visit_on(screen).dispatch(PressHide{}).dispatch(Hide{}).state == cover);
        CHECK(visit_on(screen).dispatch(GoHome{}).state == State{});
        CHECK(visit_on(screen).dispatch(EndVisit{}).state == State{});
        CHECK(visit_on(screen).advance(8h).state == State{});
    }
}

TEST_CASE("back leads from a test to the staff overview, and from there to home") {
    for (const StaffScreen screen : {StaffScreen::touch, StaffScreen::ruler, StaffScreen::qr,
                                     StaffScreen::sound, StaffScreen::keys})
        CHECK(is_on_staff_screen(visit_on(screen).dispatch(GoBack{}).state, StaffScreen::overview));
    CHECK(visit_on(StaffScreen::overview).dispatch(GoBack{}).state == State{});
    CHECK(visit_on(StaffScreen::pin).dispatch(GoBack{}).state == State{});
}

TEST_CASE("events of visitor screens have no effect on a staff screen") {
    for (const StaffScreen screen : all_screens) {
        Visit visit = visit_on(screen);
        const State before = visit.state;
        for (const Event& event :
             {Event(OpenSection{"signs"}), Event(TearOff{"crisis"}), Event(OpenLanguagePicker{}),
              Event(SelectLanguage{"es"}), Event(OpenDisplaySettings{}), Event(SetTextSize{4}),
              Event(SetColorScheme{ColorScheme::dark}), Event(Wake{}), Event(ContinueVisit{})})
            CHECK_MESSAGE(visit.dispatch(event).state == before, screen_name(screen), ", ",
                          describe(event));
    }
}

TEST_CASE("the staff overview opens texts for staff, for one visit that ends without a question") {
    Visit visit = visit_on(StaffScreen::overview);
    visit.dispatch(OpenSection{"teachers"});
    CHECK_FALSE(visit.state.staff.has_value());
    CHECK(visit.state.is_staff_unlocked);
    CHECK(visit.state.section == "teachers");
    CHECK(visit.dispatch(GoHome{}).state.is_staff_unlocked);
    CHECK(visit.dispatch(OpenSection{"signs"}).state.section == "signs");
    CHECK(visit.advance(299s).state.is_staff_unlocked);
    CHECK_FALSE(visit.state.warned_at.has_value()); // any touch would answer the question
    CHECK(next_deadline(visit.content, visit.state) == visit.now + 1s);
    CHECK(visit.advance(1s).state == State{});
}

TEST_CASE("every end of a visit locks the texts for staff again") {
    State cover;
    cover.is_covered = true;
    const auto unlocked = [] {
        return visit_on(StaffScreen::overview).dispatch(OpenSection{"teachers"});
    };
    CHECK(unlocked().dispatch(EndVisit{}).state == State{});
    CHECK(unlocked().dispatch(Hide{}).state == cover);
    CHECK(unlocked().advance(8h).state == State{});
    CHECK_FALSE(unlocked().dispatch(OpenPinPad{}).state.is_staff_unlocked);
}

TEST_CASE("no other staff screen opens texts for staff") {
    for (const StaffScreen screen : all_screens) {
        if (screen == StaffScreen::overview) continue;
        Visit visit = visit_on(screen);
        CHECK_FALSE(visit.dispatch(OpenSection{"teachers"}).state.is_staff_unlocked);
    }
}

TEST_CASE("the touch test keeps the reached squares and the last 600 points of the trail") {
    Visit visit = visit_on(StaffScreen::touch);
    for (int i = 0; i < 5000; ++i)
        visit.dispatch(TouchTestSample{{i / 5000.0, 0.5, i == 0}, i % 7});
    visit.dispatch(TouchTestSample{{0.9, 0.9, true}, std::nullopt});
    CHECK(visit.state.staff->reached_cells == std::set<int>{0, 1, 2, 3, 4, 5, 6});
    CHECK(visit.state.staff->trail.size() == 600);
    CHECK(visit.state.staff->trail.back() == TouchTestPoint{0.9, 0.9, true});
    visit.dispatch(GoBack{}).dispatch(OpenStaffScreen{StaffScreen::touch});
    CHECK(visit.state.staff->trail.empty());
}

TEST_CASE("the sound test requests the tone and shows the result") {
    Visit visit = visit_on(StaffScreen::sound);
    CHECK(visit.dispatch(TestToneResult{true}).state.staff->tone ==
          ToneTest::idle); // the tone was not requested
    CHECK(visit.dispatch(RequestTestTone{}).state.staff->tone == ToneTest::requested);
    CHECK(visit.effects == std::vector<Effect>{PlayTestTone{}});
    CHECK(visit.dispatch(TestToneResult{true}).state.staff->tone == ToneTest::playing);
    CHECK(visit.dispatch(RequestTestTone{}).dispatch(TestToneResult{false}).state.staff->tone ==
          ToneTest::unavailable);
    CHECK(visit.dispatch(GoBack{}).dispatch(RequestTestTone{}).state.staff->tone == ToneTest::idle);
}

TEST_CASE("the key test keeps the name of the last key until it is left") {
    Visit visit = visit_on(StaffScreen::keys);
    CHECK(visit.dispatch(TestKey{"F13"}).dispatch(TestKey{"Up"}).state.staff->tested_key == "Up");
    visit.dispatch(GoBack{});
    CHECK(visit.dispatch(TestKey{"F13"}).state.staff->tested_key.empty());
    CHECK(visit.dispatch(OpenStaffScreen{StaffScreen::keys}).state.staff->tested_key.empty());
}

TEST_CASE("five wrong PINs lock the PIN pad for ten minutes, and a correct one resets the count") {
    PinAttempts attempts;
    base::Instant now{base::Duration{1'000'000}};
    for (int i = 0; i < 4; ++i) attempts.record(now);
    CHECK_FALSE(attempts.locked_until(now).has_value());
    attempts.reset();
    for (int i = 0; i < 4; ++i) attempts.record(now += 1h); // attempts do not expire
    CHECK_FALSE(attempts.locked_until(now).has_value());
    attempts.record(now);
    CHECK(attempts.locked_until(now) == now + 10min);
    CHECK(attempts.locked_until(now + 10min - 1ms) == now + 10min);
    CHECK_FALSE(attempts.locked_until(now + 10min).has_value());
    now += 11min;
    for (int i = 0; i < 4; ++i) attempts.record(now);
    CHECK_FALSE(attempts.locked_until(now).has_value());
    attempts.record(now);
    CHECK(attempts.locked_until(now).has_value());
}

TEST_CASE("each kind of invalid staff state is reported") {
    const auto violation_of = [](StaffScreen screen,
                                 const std::function<void(State&)>& change_state) {
        Visit visit = visit_on(screen);
        change_state(visit.state);
        return harness::find_state_violation(visit.content, visit.state, visit.now);
    };
    for (const StaffScreen screen : all_screens) CHECK(violation_of(screen, [](State&) {}) == "");
    CHECK(harness::find_state_violation(test::sample(), visit_on(StaffScreen::overview).state,
                                        base::Instant{2'000s}) == "staff screens without a PIN");
    CHECK(violation_of(StaffScreen::overview, [](State& state) { state.text_size = 2; }) ==
          "part of a visit is left on the staff screens");
    CHECK(violation_of(StaffScreen::overview, [](State& state) {
              state.staff->entered_pin = {'1'};
          }) == "a PIN is left after the PIN pad");
    CHECK(violation_of(StaffScreen::ruler, [](State& state) {
              state.staff->reached_cells = {1};
          }) == "a finger trail outside the touch test");
    CHECK(violation_of(StaffScreen::qr, [](State& state) {
              state.staff->tone = ToneTest::requested;
          }) == "a test tone outside the sound test");
    CHECK(violation_of(StaffScreen::pin, [](State& state) {
              state.staff->entered_pin.assign(9, '1');
          }) == "a PIN that is too long");
    CHECK(violation_of(StaffScreen::overview, [](State& state) {
              state.staff->opened_at += 1ms;
          }) == "a time in the future");
}

TEST_CASE("the end of a visit returns ForgetVisit once, however the visit ends") {
    for (const Event& end : std::vector<Event>{GoHome{}, GoBack{}, EndVisit{}, Hide{}}) {
        Visit visit;
        visit.dispatch(OpenSection{"signs"});
        CHECK(visit.effects.empty());
        CHECK(visit.dispatch(end).effects == std::vector<Effect>{ForgetVisit{}});
        CHECK(visit.dispatch(Tick{}).effects.empty());
    }
    Visit visit;
    visit.dispatch(OpenSection{"signs"});
    CHECK(visit.advance(1h).effects == std::vector<Effect>{ForgetVisit{}});
}
