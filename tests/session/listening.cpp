// Tests reading aloud: what starts and stops it, and that who listens is there.
#include "session/sample_visit.hpp"

#include <doctest/doctest.h>

using namespace session;
using namespace std::chrono_literals;
using test::Visit;

namespace {

using Effects = std::vector<Effect>;

} // namespace

TEST_CASE("what is read is remembered, and is said with what it is unless reading goes on") {
    Visit visit;
    CHECK(visit.dispatch(ReadNode{4, false}).effects == Effects{ReadAloud{4, true}});
    CHECK(visit.state.listening == Listening{4, false});
    CHECK_FALSE(is_reading(visit.state));
    CHECK(visit.dispatch(ReadNode{5, true}).effects == Effects{ReadAloud{5, false}});
    CHECK(visit.state.listening == Listening{5, true});
    CHECK(is_reading(visit.state));
    CHECK(visit.dispatch(ReadNode{-1, true}).effects.empty());
}

TEST_CASE("a slip that is opened by ear is not animated") {
    Visit visit;
    visit.dispatch(ReadNode{4, false}).dispatch(TearOff{"crisis"});
    CHECK(visit.state.slip == Slip{"crisis", false, base::Instant{}});
}

TEST_CASE("listening stops, or keeps its place for the keys") {
    Visit visit;
    CHECK(visit.dispatch(StopListening{}).effects.empty());
    visit.dispatch(ReadNode{4, true});
    CHECK(visit.dispatch(StopListening{true}).effects == Effects{StopSpeaking{}});
    CHECK(visit.state.listening == Listening{4, false});
    CHECK(visit.dispatch(StopListening{}).effects == Effects{StopSpeaking{}, ForgetVisit{}});
    CHECK(visit.state == State{});
}

TEST_CASE("the end of a visit is silent before anything else, and resets volume and speed") {
    const auto listening_visit = [] {
        Visit visit;
        visit.content.site.staff_pin = "not a hash";
        visit.dispatch(OpenSection{"signs"}).dispatch(SetVolume{8});
        visit.dispatch(SetSpeechSpeed{SpeechSpeed::fast}).dispatch(ReadNode{4, true});
        return visit;
    };
    for (const Event& end : {Event(EndVisit{}), Event(Hide{})}) {
        Visit visit = listening_visit();
        CHECK(visit.dispatch(end).effects == Effects{StopSpeaking{}, ForgetVisit{}});
        CHECK(visit.state == idle_state(end == Event(Hide{})));
    }
    Visit hidden = listening_visit();
    CHECK(hidden.dispatch(PressHide{}).effects == Effects{StopSpeaking{}});
    CHECK(hidden.dispatch(CancelHide{}).effects.empty());
    CHECK(listening_visit().dispatch(OpenPinPad{}).effects == Effects{StopSpeaking{}});
    Visit left = listening_visit();
    left.now += 10min;
    CHECK(left.dispatch(Tick{}).effects == Effects{StopSpeaking{}, ForgetVisit{}});
    CHECK(left.state == State{});
}

TEST_CASE("who listens is not asked whether they are there, until nothing was read for a while") {
    Visit visit;
    visit.dispatch(ReadNode{0, true});
    for (int node = 1; node <= 20; ++node) {
        CHECK_FALSE(visit.advance(50s).state.warned_at.has_value());
        visit.dispatch(SpeechFinished{}).dispatch(ReadNode{node, true});
    }
    const auto ask_after = visit.content.site.idle.ask_after;
    CHECK_FALSE(visit.advance(ask_after + 59s).state.warned_at.has_value());
    CHECK(visit.advance(1s).state.warned_at.has_value()); // the speaker has said nothing
    CHECK(visit.effects == Effects{Announce{Announcement::idle_question}});
    CHECK_FALSE(is_reading(visit.state));
    visit.dispatch(SpeechFinished{}); // the question was said, which is no answer
    CHECK(visit.advance(visit.content.site.idle.leave_after).state == State{});
}

TEST_CASE("who moves by keys is asked by ear at the usual time, and others are not") {
    Visit visit;
    visit.dispatch(ReadNode{3, false});
    visit.advance(visit.content.site.idle.ask_after);
    CHECK(visit.effects == Effects{Announce{Announcement::idle_question}});
    visit.dispatch(ContinueVisit{});
    CHECK(visit.state.listening == Listening{3, false});
    Visit seen;
    seen.dispatch(OpenSection{"signs"});
    CHECK(seen.advance(seen.content.site.idle.ask_after).effects.empty());
}

TEST_CASE("who has left the spoken language hears how to go back, and is asked by ear") {
    Visit visit;
    visit.dispatch(ReadNode{3, false}).dispatch(SelectLanguage{"es"});
    CHECK(visit.dispatch(LeaveSpokenLanguage{"en"}).effects ==
          Effects{StopSpeaking{}, Announce{Announcement::unspoken_language}});
    CHECK_FALSE(visit.state.listening.has_value());
    CHECK(visit.state.spoken_language == "en");
    visit.advance(visit.content.site.idle.ask_after);
    CHECK(visit.effects == Effects{Announce{Announcement::idle_question}});
    visit.dispatch(ContinueVisit{}).dispatch(SelectLanguage{"en"});
    CHECK(visit.state.spoken_language.empty());
}

TEST_CASE("the sentence that is read is remembered until something else is read") {
    Visit visit;
    CHECK(visit.dispatch(ReadSentence{1}).state == State{});
    visit.dispatch(ReadNode{3, true}).dispatch(ReadSentence{2});
    CHECK(visit.state.listening == Listening{3, true, 2});
    CHECK(visit.dispatch(ReadNode{4, true}).state.listening == Listening{4, true, 0});
}

TEST_CASE("a focus that moves by itself keeps no visit open, and a press of the key does") {
    Visit visit;
    visit.dispatch(Scan{});
    const auto ask_after = visit.content.site.idle.ask_after;
    const auto move_for = [&visit](std::chrono::seconds duration) {
        for (const auto end = visit.now + duration; visit.now < end;) {
            visit.now += 1s;
            for (const Event& event :
                 {Event(Scan{}), Event(ReadNode{2, false}), Event(ReadSentence{1}),
                  Event(SpeechFinished{}), Event(ScrollTo{10})})
                visit.dispatch(event);
        }
    };
    move_for(ask_after - 1s);
    CHECK_FALSE(visit.state.warned_at.has_value());
    visit.dispatch(Touched{});
    move_for(ask_after - 1s);
    CHECK_FALSE(visit.state.warned_at.has_value());
    move_for(1s);
    CHECK(visit.state.warned_at.has_value());
    CHECK(visit.advance(visit.content.site.idle.leave_after).state == State{});
}

TEST_CASE("who has everything read to them is there, also where the focus moves by itself") {
    Visit visit;
    visit.dispatch(Scan{}).dispatch(ReadNode{1, true});
    for (int i = 0; i < 5; ++i) {
        CHECK_FALSE(visit.advance(50s).state.warned_at.has_value());
        visit.dispatch(ReadSentence{i});
    }
}

TEST_CASE("the volume is limited, and it and the speed are said when they change") {
    Visit visit;
    CHECK(visit.dispatch(SetSpeechSpeed{SpeechSpeed::slow}).effects ==
          Effects{Announce{Announcement::speech_speed}});
    CHECK(visit.state.speech_speed == SpeechSpeed::slow);
    CHECK(visit.dispatch(SetVolume{4}).effects == Effects{Announce{Announcement::volume}});
    visit = {};
    CHECK(visit.state.volume == default_volume);
    CHECK(visit.dispatch(SetVolume{0}).state.volume == min_volume);
    CHECK(visit.dispatch(SetVolume{99}).state.volume == max_volume);
}

TEST_CASE("what was said when nobody uses the kiosk starts no visit") {
    Visit visit;
    CHECK(visit.dispatch(SpeechFinished{}).state == State{});
    CHECK(visit.dispatch(StopListening{}).state == State{});
    CHECK(visit.dispatch(Listen{}).state == State{}); // only ui::Kiosk knows what to read
}
