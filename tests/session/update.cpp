#include "session/update.hpp"

#include "session/sample_visit.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <random>

using namespace session;
using namespace std::chrono_literals;
using test::Visit;

namespace {

// Returns visits that together have every screen open and every setting changed.
std::vector<Visit> visits_on_every_screen() {
    const auto visit_after = [](std::initializer_list<Event> events) {
        Visit visit;
        for (const Event& event : events) visit.dispatch(event);
        return visit;
    };
    return {visit_after({OpenSection{"signs"}}),
            visit_after({OpenSection{"signs"}, ScrollTo{40}}),
            visit_after({ScrollTo{12}}),
            visit_after({TearOff{"crisis"}}),
            visit_after({OpenSection{"signs"}, TearOff{"crisis"}, ShowContact{true}, ScrollTo{5}}),
            visit_after({OpenLanguagePicker{}}),
            visit_after({SelectLanguage{"es"}}),
            visit_after({OpenDisplaySettings{}}),
            visit_after({SetTextSize{4}, SetColorScheme{ColorScheme::high_contrast}}),
            visit_after({OpenSection{"signs"}, TearOff{"text"}, OpenDisplaySettings{},
                         SetTextSize{3}, ScrollTo{9}}),
            visit_after({OpenSection{"signs"}, PressHide{}})};
}

} // namespace

TEST_CASE(
    "a visit on any screen ends 20 seconds after the idle warning, and the state is cleared") {
    for (Visit visit : visits_on_every_screen()) {
        CHECK(is_visit_active(visit.state));
        CHECK_FALSE(visit.advance(59'999ms).state.warned_at.has_value());
        CHECK(visit.advance(1ms).state.warned_at.has_value());
        CHECK(is_visit_active(visit.advance(19'999ms).state));
        CHECK(visit.advance(1ms).state == State{});
    }
}

TEST_CASE("Hide on any screen clears the state except the cover, and a touch removes the cover") {
    for (Visit visit : visits_on_every_screen()) {
        visit.dispatch(PressHide{}).dispatch(Hide{});
        State cover;
        cover.is_covered = true;
        CHECK(visit.state == cover);
        CHECK(visit.dispatch(Wake{}).state == State{});
    }
}

TEST_CASE("\"Close now\" ends a visit on any screen") {
    for (Visit visit : visits_on_every_screen())
        CHECK(visit.advance(65s).dispatch(EndVisit{}).state == State{});
}

TEST_CASE("a visit ends even if the warning was never shown before the timeout") {
    for (Visit visit : visits_on_every_screen()) CHECK(visit.advance(8h).state == State{});
}

TEST_CASE("going home from a page without changed settings ends the visit") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"}).dispatch(ScrollTo{30}).dispatch(GoHome{});
    CHECK(visit.state == State{});
    CHECK_FALSE(next_deadline(visit.content, visit.state).has_value());
}

TEST_CASE("a touch after the timeout has no effect on the page that was open") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"});
    visit.now += 80s;
    CHECK(visit.dispatch(TearOff{"crisis"}).state == State{});
    CHECK(visit.dispatch(TearOff{"crisis"}).state.slip.has_value());
}

TEST_CASE("continuing after the warning keeps the page and its scroll position, however often") {
    Visit visit;
    visit.dispatch(SelectLanguage{"es"})
        .dispatch(OpenSection{"signs"})
        .dispatch(ScrollTo{33})
        .dispatch(SetTextSize{3});
    const State before = visit.state;
    for (int i = 0; i < 25; ++i) {
        visit.advance(70s);
        REQUIRE(visit.state.warned_at.has_value());
        visit.dispatch(Touched{}).dispatch(ContinueVisit{});
        State after = visit.state;
        after.last_touch_at = before.last_touch_at;
        CHECK(after == before);
    }
}

TEST_CASE("a touch on the warning restarts its countdown") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"}).advance(79s).dispatch(Touched{}).advance(19s);
    CHECK(is_visit_active(visit.state));
    CHECK(visit.advance(1s).state == State{});
}

TEST_CASE("a visit with regular touches gets no warning") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"});
    for (int i = 0; i < 20; ++i)
        CHECK_FALSE(visit.advance(50s).dispatch(Touched{}).state.warned_at.has_value());
}

TEST_CASE("the next deadline is the warning, then the end of the visit") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"});
    const base::Instant warning_at = *next_deadline(visit.content, visit.state);
    CHECK(warning_at == visit.now + 60s);
    visit.advance(60s);
    CHECK(*next_deadline(visit.content, visit.state) == warning_at + 20s);
    CHECK(seconds_left(visit.content, visit.state, visit.now) == 20);
    CHECK(seconds_left(visit.content, visit.state, visit.now + 1ms) == 20);
    CHECK(seconds_left(visit.content, visit.state, visit.now + 19'001ms) == 1);
}

TEST_CASE("the idle timeouts of the site apply") {
    Visit visit;
    visit.content.site.idle = {300s, 30s};
    visit.dispatch(OpenSection{"signs"});
    CHECK_FALSE(visit.advance(299s).state.warned_at.has_value());
    CHECK(visit.advance(1s).state.warned_at.has_value());
    CHECK(is_visit_active(visit.advance(29s).state));
    CHECK(visit.advance(1s).state == State{});
}

TEST_CASE("going back closes one layer at a time, then the section") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"})
        .dispatch(ScrollTo{20})
        .dispatch(TearOff{"crisis"})
        .dispatch(OpenDisplaySettings{});
    CHECK(top_layer(visit.state) == Layer::display_settings);
    CHECK(top_layer(visit.dispatch(GoBack{}).state) == Layer::slip);
    CHECK(top_layer(visit.dispatch(GoBack{}).state) == Layer::page);
    CHECK(visit.state.section == "signs");
    CHECK(top_scroll_mm(visit.state) == 20);
    CHECK(visit.dispatch(GoBack{}).state == State{});
}

TEST_CASE("sliding off Hide cancels it") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"}).dispatch(ScrollTo{20});
    const State before = visit.state;
    CHECK(visit.dispatch(PressHide{}).state.is_hide_pressed);
    CHECK(visit.dispatch(CancelHide{}).state == before);
}

TEST_CASE(
    "sections and help lines for staff cannot be opened without the PIN, nor unknown ones ever") {
    Visit visit;
    CHECK(visit.dispatch(OpenSection{"teachers"}).state == State{});
    CHECK(visit.dispatch(OpenSection{"nowhere"}).state == State{});
    CHECK(visit.dispatch(TearOff{"staff"}).state == State{});
    CHECK(visit.dispatch(TearOff{"nobody"}).state == State{});
    CHECK(visit.dispatch(SelectLanguage{"xx"}).state == State{});
    visit.content.site.place = content::Place::nurse;
    CHECK(visit.dispatch(OpenSection{"teachers"}).state == State{});
    visit.state.is_staff_unlocked = true;
    visit.state.last_touch_at = visit.now;
    CHECK(visit.dispatch(OpenSection{"teachers"}).state.section == "teachers");
    CHECK(visit.dispatch(TearOff{"staff"}).state.slip->help_line == "staff");
}

TEST_CASE("a line that is held cannot be torn off") {
    Visit visit;
    visit.content.help_lines.front().hold_until_verified = true;
    CHECK(visit.dispatch(TearOff{"crisis"}).state == State{});
    visit.content.help_lines.front().verified.by = "Ms. Rivera";
    CHECK(visit.dispatch(TearOff{"crisis"}).state.slip.has_value());
}

TEST_CASE("a tab of a section is selected, and each section starts with its first tab") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"}).dispatch(ScrollTo{20});
    CHECK(visit.dispatch(SelectTab{2}).state.tab == 2);
    CHECK(top_scroll_mm(visit.state) == 0);
    for (const int tab : {-1, 3, 1000}) CHECK(visit.dispatch(SelectTab{tab}).state.tab == 2);
    CHECK(visit.dispatch(OpenSection{"signs"}).state.tab == 0);
    CHECK(visit.dispatch(SelectTab{1}).dispatch(GoHome{}).state == State{});
    CHECK(visit.dispatch(SelectTab{1}).state == State{}); // home has no tabs
}

TEST_CASE("a slip opens with the QR code for calling if the help line has a number to call") {
    Visit visit;
    CHECK_FALSE(visit.dispatch(TearOff{"crisis"}).state.slip->shows_text);
    CHECK(visit.dispatch(ShowContact{true}).state.slip->shows_text);
    CHECK_FALSE(visit.dispatch(ShowContact{false}).state.slip->shows_text);
    CHECK(visit.dispatch(TearOff{"crisis", true}).state.slip->shows_text);
    CHECK(visit.dispatch(TearOff{"text"}).state.slip->shows_text);
    CHECK(visit.dispatch(ShowContact{false}).state.slip->shows_text); // it has no number to call
}

TEST_CASE("an invalid scroll position scrolls to the top") {
    Visit visit;
    visit.dispatch(OpenSection{"signs"});
    CHECK(top_scroll_mm(visit.dispatch(ScrollTo{-5}).state) == 0);
    CHECK(top_scroll_mm(visit.dispatch(ScrollTo{std::numeric_limits<double>::quiet_NaN()}).state) ==
          0);
    CHECK(top_scroll_mm(visit.dispatch(ScrollTo{std::numeric_limits<double>::infinity()}).state) ==
          0);
}

TEST_CASE("after any sequence of events, the visit times out and the state is cleared") {
    const std::vector<Event> events{GoHome{},
                                    GoBack{},
                                    OpenSection{"signs"},
                                    OpenSection{"x"},
                                    TearOff{"crisis"},
                                    TearOff{"text"},
                                    ShowContact{true},
                                    OpenLanguagePicker{},
                                    SelectLanguage{"es"},
                                    SelectLanguage{"en"},
                                    OpenDisplaySettings{},
                                    SetTextSize{9},
                                    SetColorScheme{ColorScheme::dark},
                                    ScrollTo{77},
                                    ContinueVisit{},
                                    PressHide{},
                                    CancelHide{},
                                    Touched{},
                                    Tick{}};
    std::mt19937 random(7);
    for (int visit_index = 0; visit_index < 2000; ++visit_index) {
        Visit visit;
        for (int i = 0; i < 30; ++i) {
            visit.now += std::chrono::milliseconds(random() % 5000);
            visit.dispatch(events[random() % events.size()]);
        }
        CHECK(visit.advance(80s).state == State{});
    }
}
