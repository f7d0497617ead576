#include "sample.hpp"
#include "session/fault.hpp"
#include "session/tries.hpp"
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

Visit& type(Visit& visit, std::string_view pin) {
    for (const char digit : pin) visit.does(TypeDigit{digit});
    return visit;
}

Visit on(StaffScreen screen) {
    Visit visit = staff_visit();
    visit.does(OpenStaff{});
    if (screen == StaffScreen::pin) return type(visit, "25");
    type(visit, "2580").does(TryPin{}).does(AnswerPin{true, {}});
    return visit.does(OpenStaffScreen{screen});
}

constexpr StaffScreen all_screens[] = {StaffScreen::pin,     StaffScreen::page, StaffScreen::touch,
                                       StaffScreen::ruler,   StaffScreen::code, StaffScreen::sound,
                                       StaffScreen::cleaning};

std::string typed(const Visit& visit) {
    return {visit.state.staff->typed.begin(), visit.state.staff->typed.end()};
}

} // namespace

TEST_CASE("without a PIN there is no staff page") {
    Visit visit;
    CHECK(visit.does(OpenStaff{}).state == State{});
    CHECK(visit.does(OpenStaffScreen{StaffScreen::page}).state == State{});
    CHECK(visit.does(AnswerPin{true, {}}).state == State{});
    CHECK(visit.does(Restart{}).state == State{});
}

TEST_CASE("the pad opens in a clean State, whatever the visitor before has left open") {
    Visit visit = staff_visit();
    visit.does(ChooseLanguage{"es"}).does(OpenSection{"signs"}).does(SetTextSize{3}).does(OpenStaff{});
    State clean;
    clean.staff.emplace().since = visit.now;
    clean.last_touch = visit.now;
    CHECK(visit.state == clean);
}

TEST_CASE("a PIN of four to eight digits is asked about, and nothing shorter") {
    Visit visit = staff_visit();
    visit.does(OpenStaff{});
    CHECK_FALSE(type(visit, "258").does(TryPin{}).state.staff->checking);
    CHECK(typed(type(visit, "0x1")) == "25801");
    CHECK(typed(visit.does(EraseDigit{})) == "2580");
    CHECK(visit.does(TryPin{}).state.staff->checking);
    CHECK(typed(type(visit, "7").does(EraseDigit{})) == "2580"); // it is being checked
    visit.does(AnswerPin{false, {}});
    CHECK(visit.state.staff->wrong);
    CHECK(typed(visit) == "");
    CHECK(typed(type(visit, "123456789")) == "12345678");
    CHECK_FALSE(visit.state.staff->wrong);
}

TEST_CASE("the right PIN opens the page, and nothing else does") {
    Visit visit = staff_visit();
    visit.does(OpenStaff{});
    CHECK(is_on(visit.does(AnswerPin{true, {}}).state, StaffScreen::pin)); // nobody has asked
    CHECK(is_on(visit.does(OpenStaffScreen{StaffScreen::page}).state, StaffScreen::pin));
    CHECK_FALSE(visit.does(Restart{}).state.staff->restarting);
    type(visit, "2580").does(TryPin{}).does(AnswerPin{true, {}});
    CHECK(is_on(visit.state, StaffScreen::page));
    CHECK(typed(visit) == "");
    CHECK(visit.does(Restart{}).state.staff->restarting);
}

TEST_CASE("a locked pad takes no digit until its time is up") {
    Visit visit = staff_visit();
    visit.does(OpenStaff{visit.now + 30s});
    CHECK(typed(type(visit, "2580").does(TryPin{})) == "");
    CHECK(*deadline(visit.content, visit.state) == visit.now + 30s);
    CHECK(visit.waits(29'999ms).state.staff->locked_until.has_value());
    CHECK_FALSE(visit.waits(1ms).state.staff->locked_until.has_value());
    CHECK(typed(type(visit, "2580")) == "2580");
}

TEST_CASE("staff screens leave by themselves, without a question and without a trace") {
    for (const StaffScreen screen : all_screens) {
        CAPTURE(name(screen));
        Visit visit = on(screen);
        CHECK(*deadline(visit.content, visit.state) == visit.now + 60s);
        CHECK(is_on(visit.waits(59'999ms).state, screen));
        CHECK_FALSE(visit.state.asked.has_value());
        CHECK(visit.waits(1ms).state == State{});
    }
}

TEST_CASE("a touch keeps a staff screen, but not the cleaning lock") {
    for (const StaffScreen screen : all_screens) {
        CAPTURE(name(screen));
        Visit visit = on(screen);
        visit.waits(40s).does(Touched{}).waits(40s);
        CHECK(is_on(visit.state, screen) == (screen != StaffScreen::cleaning));
    }
}

TEST_CASE("the cleaning lock counts down to the end of its own minute") {
    Visit visit = on(StaffScreen::cleaning);
    CHECK(seconds_left(visit.content, visit.state, visit.now) == 60);
    CHECK(seconds_left(visit.content, visit.state, visit.now + 59'001ms) == 1);
}

TEST_CASE("Hide, Home, the end of the visit and sleep leave nothing of any staff screen") {
    State cover;
    cover.covered = true;
    for (const StaffScreen screen : all_screens) {
        CAPTURE(name(screen));
        CHECK(on(screen).does(PressHide{}).does(Hide{}).state == cover);
        CHECK(on(screen).does(GoHome{}).state == State{});
        CHECK(on(screen).does(EndVisit{}).state == State{});
        CHECK(on(screen).waits(8h).state == State{});
    }
}

TEST_CASE("back leads from a test to the page, and from the page home") {
    for (const StaffScreen screen :
         {StaffScreen::touch, StaffScreen::ruler, StaffScreen::code, StaffScreen::sound})
        CHECK(is_on(on(screen).does(GoBack{}).state, StaffScreen::page));
    CHECK(on(StaffScreen::page).does(GoBack{}).state == State{});
    CHECK(on(StaffScreen::pin).does(GoBack{}).state == State{});
}

TEST_CASE("nothing of a visitor's works on a staff screen") {
    for (const StaffScreen screen : all_screens) {
        Visit visit = on(screen);
        const State before = visit.state;
        for (const Event& event :
             {Event(OpenSection{"signs"}), Event(TearOff{"crisis"}), Event(OpenLanguages{}),
              Event(ChooseLanguage{"es"}), Event(OpenDisplay{}), Event(SetTextSize{4}),
              Event(SetLook{Look::dark}), Event(Wake{}), Event(Stay{})})
            CHECK_MESSAGE(visit.does(event).state == before, name(screen), ", ", describe(event));
    }
}

TEST_CASE("the touch test keeps which squares were reached, and the last of the trail") {
    Visit visit = on(StaffScreen::touch);
    for (int i = 0; i < 5000; ++i) visit.does(Trace{{i / 5000.0, 0.5, i == 0}, i % 7});
    visit.does(Trace{{0.9, 0.9, true}, std::nullopt});
    CHECK(visit.state.staff->reached == std::set<int>{0, 1, 2, 3, 4, 5, 6});
    CHECK(visit.state.staff->trail.size() == 600);
    CHECK(visit.state.staff->trail.back() == Dot{0.9, 0.9, true});
    visit.does(GoBack{}).does(OpenStaffScreen{StaffScreen::touch});
    CHECK(visit.state.staff->trail.empty());
}

TEST_CASE("the sound test asks for the tone, and tells what came of it") {
    Visit visit = on(StaffScreen::sound);
    CHECK(visit.does(AnswerTone{true}).state.staff->tone == Tone::none); // nobody has asked
    CHECK(visit.does(PlayTone{}).state.staff->tone == Tone::asked);
    CHECK(visit.does(AnswerTone{true}).state.staff->tone == Tone::playing);
    CHECK(visit.does(PlayTone{}).does(AnswerTone{false}).state.staff->tone == Tone::impossible);
    CHECK(visit.does(GoBack{}).does(PlayTone{}).state.staff->tone == Tone::none);
}

TEST_CASE("five wrong tries lock for ten minutes, and a right one makes up for all before it") {
    Tries tries;
    Instant now{1'000'000};
    for (int i = 0; i < 4; ++i) tries.spend(now);
    CHECK_FALSE(tries.locked_until(now).has_value());
    tries.forget();
    for (int i = 0; i < 4; ++i) tries.spend(now += 1h); // they never grow old
    CHECK_FALSE(tries.locked_until(now).has_value());
    tries.spend(now);
    CHECK(tries.locked_until(now) == now + 10min);
    CHECK(tries.locked_until(now + 10min - 1ms) == now + 10min);
    CHECK_FALSE(tries.locked_until(now + 10min).has_value());
    now += 11min;
    for (int i = 0; i < 4; ++i) tries.spend(now);
    CHECK_FALSE(tries.locked_until(now).has_value());
    tries.spend(now);
    CHECK(tries.locked_until(now).has_value());
}

TEST_CASE("every way in which a staff screen can be wrong is found") {
    const auto fault_of = [](StaffScreen screen, const std::function<void(State&)>& spoil) {
        Visit visit = on(screen);
        spoil(visit.state);
        return fault(visit.content, visit.state, visit.now);
    };
    for (const StaffScreen screen : all_screens) CHECK(fault_of(screen, [](State&) {}) == "");
    CHECK(fault(test::sample(), on(StaffScreen::page).state, 2'000s) == "a staff page without a PIN");
    CHECK(fault_of(StaffScreen::page, [](State& state) { state.text_size = 2; }) ==
          "something of a visit on the staff page");
    CHECK(fault_of(StaffScreen::page, [](State& state) { state.staff->typed = {'1'}; }) ==
          "a PIN on a page that needs none any more");
    CHECK(fault_of(StaffScreen::ruler, [](State& state) { state.staff->reached = {1}; }) ==
          "a finger's trail outside the touch test");
    CHECK(fault_of(StaffScreen::code, [](State& state) { state.staff->tone = Tone::asked; }) ==
          "a tone outside the sound test");
    CHECK(fault_of(StaffScreen::pin, [](State& state) { state.staff->typed.assign(9, '1'); }) ==
          "a PIN that is too long");
    CHECK(fault_of(StaffScreen::page, [](State& state) { state.staff->since += 1ms; }) ==
          "something that happens only later");
}
