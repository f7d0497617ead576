#include "session/update.hpp"

#include "sample.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <random>

using namespace session;
using namespace std::chrono_literals;
using test::Visit;

namespace {

// One visit standing on each screen, with everything changed that can be.
std::vector<Visit> everywhere() {
    const auto on = [](std::initializer_list<Event> events) {
        Visit visit;
        for (const Event& event : events) visit.does(event);
        return visit;
    };
    return {on({OpenSection{"signs"}}),
            on({OpenSection{"signs"}, ScrollTo{40}}),
            on({ScrollTo{12}}),
            on({TearOff{"crisis"}}),
            on({OpenSection{"signs"}, TearOff{"crisis"}, SwitchCode{}, ScrollTo{5}}),
            on({OpenLanguages{}}),
            on({ChooseLanguage{"es"}}),
            on({OpenDisplay{}}),
            on({SetTextSize{4}, SetLook{Look::contrast}}),
            on({OpenSection{"signs"}, TearOff{"text"}, OpenDisplay{}, SetTextSize{3}, ScrollTo{9}}),
            on({OpenSection{"signs"}, PressHide{}})};
}

} // namespace

TEST_CASE("a visit on any screen ends after the warning, and leaves nothing") {
    for (Visit visit : everywhere()) {
        CHECK(visit_open(visit.state));
        CHECK_FALSE(visit.waits(59'999ms).state.asked.has_value());
        CHECK(visit.waits(1ms).state.asked.has_value());
        CHECK(visit_open(visit.waits(19'999ms).state));
        CHECK(visit.waits(1ms).state == State{});
    }
}

TEST_CASE("Hide on any screen leaves nothing but the cover, and waking leaves nothing") {
    for (Visit visit : everywhere()) {
        visit.does(PressHide{}).does(Hide{});
        State cover;
        cover.covered = true;
        CHECK(visit.state == cover);
        CHECK(visit.does(Wake{}).state == State{});
    }
}

TEST_CASE("clearing it now ends a visit on any screen") {
    for (Visit visit : everywhere()) CHECK(visit.waits(65s).does(EndVisit{}).state == State{});
}

TEST_CASE("a visit that sleeps through its end is over, however long it slept") {
    for (Visit visit : everywhere()) CHECK(visit.waits(8h).state == State{});
}

TEST_CASE("going home from a page with nothing changed is as if nobody had come") {
    Visit visit;
    visit.does(OpenSection{"signs"}).does(ScrollTo{30}).does(GoHome{});
    CHECK(visit.state == State{});
    CHECK_FALSE(deadline(visit.content, visit.state).has_value());
}

TEST_CASE("a late touch does not act on the page that is gone") {
    Visit visit;
    visit.does(OpenSection{"signs"});
    visit.now += 80s;
    CHECK(visit.does(TearOff{"crisis"}).state == State{});
    CHECK(visit.does(TearOff{"crisis"}).state.slip.has_value());
}

TEST_CASE("any answer to the warning keeps the exact place, any number of times") {
    Visit visit;
    visit.does(ChooseLanguage{"es"}).does(OpenSection{"signs"}).does(ScrollTo{33}).does(SetTextSize{3});
    const State before = visit.state;
    for (int i = 0; i < 25; ++i) {
        visit.waits(70s);
        REQUIRE(visit.state.asked.has_value());
        visit.does(Touched{}).does(Stay{});
        State after = visit.state;
        after.last_touch = before.last_touch;
        CHECK(after == before);
    }
}

TEST_CASE("a finger that rests on the warning is given the whole time again") {
    Visit visit;
    visit.does(OpenSection{"signs"}).waits(79s).does(Touched{}).waits(19s);
    CHECK(visit_open(visit.state));
    CHECK(visit.waits(1s).state == State{});
}

TEST_CASE("touching keeps a visit open without a warning") {
    Visit visit;
    visit.does(OpenSection{"signs"});
    for (int i = 0; i < 20; ++i) CHECK_FALSE(visit.waits(50s).does(Touched{}).state.asked.has_value());
}

TEST_CASE("the deadline is when time alone changes something") {
    Visit visit;
    visit.does(OpenSection{"signs"});
    const Instant asked_at = *deadline(visit.content, visit.state);
    CHECK(asked_at == visit.now + 60s);
    visit.waits(60s);
    CHECK(*deadline(visit.content, visit.state) == asked_at + 20s);
    CHECK(seconds_left(visit.content, visit.state, visit.now) == 20);
    CHECK(seconds_left(visit.content, visit.state, visit.now + 1ms) == 20);
    CHECK(seconds_left(visit.content, visit.state, visit.now + 19'001ms) == 1);
}

TEST_CASE("a nurse's office waits as long as its site says") {
    Visit visit;
    visit.content.site.idle = {300s, 30s};
    visit.does(OpenSection{"signs"});
    CHECK_FALSE(visit.waits(299s).state.asked.has_value());
    CHECK(visit.waits(1s).state.asked.has_value());
    CHECK(visit_open(visit.waits(29s).state));
    CHECK(visit.waits(1s).state == State{});
}

TEST_CASE("going back closes what lies on top, one thing at a time") {
    Visit visit;
    visit.does(OpenSection{"signs"}).does(ScrollTo{20}).does(TearOff{"crisis"}).does(OpenDisplay{});
    CHECK(top_layer(visit.state) == Layer::display);
    CHECK(top_layer(visit.does(GoBack{}).state) == Layer::slip);
    CHECK(top_layer(visit.does(GoBack{}).state) == Layer::page);
    CHECK(visit.state.section == "signs");
    CHECK(scroll(visit.state) == 20);
    CHECK(visit.does(GoBack{}).state == State{});
}

TEST_CASE("sliding off Hide takes it back") {
    Visit visit;
    visit.does(OpenSection{"signs"}).does(ScrollTo{20});
    const State before = visit.state;
    CHECK(visit.does(PressHide{}).state.hiding);
    CHECK(visit.does(LeaveHide{}).state == before);
}

TEST_CASE("what this place does not show cannot be opened") {
    Visit visit;
    CHECK(visit.does(OpenSection{"teachers"}).state == State{});
    CHECK(visit.does(OpenSection{"nowhere"}).state == State{});
    CHECK(visit.does(TearOff{"staff"}).state == State{});
    CHECK(visit.does(TearOff{"nobody"}).state == State{});
    CHECK(visit.does(ChooseLanguage{"xx"}).state == State{});
    visit.content.site.place = content::Place::nurse;
    CHECK(visit.does(OpenSection{"teachers"}).state.section == "teachers");
    CHECK(visit.does(TearOff{"staff"}).state.slip->line == "staff");
}

TEST_CASE("a slip starts with the code for calling where there is one") {
    Visit visit;
    CHECK_FALSE(visit.does(TearOff{"crisis"}).state.slip->texting);
    CHECK(visit.does(SwitchCode{}).state.slip->texting);
    CHECK_FALSE(visit.does(SwitchCode{}).state.slip->texting);
    CHECK(visit.does(TearOff{"text"}).state.slip->texting);
    CHECK(visit.does(SwitchCode{}).state.slip->texting); // there is no other
}

TEST_CASE("a scroll from nowhere stays on the page") {
    Visit visit;
    visit.does(OpenSection{"signs"});
    CHECK(scroll(visit.does(ScrollTo{-5}).state) == 0);
    CHECK(scroll(visit.does(ScrollTo{std::numeric_limits<double>::quiet_NaN()}).state) == 0);
    CHECK(scroll(visit.does(ScrollTo{std::numeric_limits<double>::infinity()}).state) == 0);
}

TEST_CASE("whatever a visitor does, in whatever order, the visit ends and leaves nothing") {
    const std::vector<Event> events{GoHome{},
                                    GoBack{},
                                    OpenSection{"signs"},
                                    OpenSection{"x"},
                                    TearOff{"crisis"},
                                    TearOff{"text"},
                                    SwitchCode{},
                                    OpenLanguages{},
                                    ChooseLanguage{"es"},
                                    ChooseLanguage{"en"},
                                    OpenDisplay{},
                                    SetTextSize{9},
                                    SetLook{Look::dark},
                                    ScrollTo{77},
                                    Stay{},
                                    PressHide{},
                                    LeaveHide{},
                                    Touched{},
                                    Tick{}};
    std::mt19937 random(7);
    for (int visit_number = 0; visit_number < 2000; ++visit_number) {
        Visit visit;
        for (int i = 0; i < 30; ++i) {
            visit.now += std::chrono::milliseconds(random() % 5000);
            visit.does(events[random() % events.size()]);
        }
        CHECK(visit.waits(80s).state == State{});
    }
}
