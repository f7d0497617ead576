// Tests what can be heard of the kiosk, and how fingers and keys control it.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"
#include "ui/layout_check.hpp"
#include "ui/reading_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace session;
using namespace std::chrono_literals;
using test::TestVisitor;
using ui::Key;

namespace {

using Effects = std::vector<Effect>;

// A visitor with headphones, and voices for English and Spanish.
struct Listener : TestVisitor {
    explicit Listener(const ui::Panel& panel = {}) : TestVisitor(panel) {
        kiosk.set_audio_status({true, {"en", "es"}}, read_clock());
        kiosk.take_effects(); // the welcome
    }
    Effects press_key_for_effects(Key key) {
        kiosk.take_effects();
        press_key(key);
        return kiosk.take_effects();
    }
    // Lets the voice say what it is saying to its end.
    void finish() {
        now += 3s;
        kiosk.dispatch(SpeechFinished{}, read_clock());
    }
    // Whether this is the last thing that the viewer has to do.
    bool is_told(const Effect& effect) {
        const Effects effects = kiosk.take_effects();
        return !effects.empty() && effects.back() == effect;
    }
    const ui::OutlineNode& heard_node() const {
        REQUIRE(state().listening.has_value());
        return kiosk.outline().at(static_cast<std::size_t>(state().listening->node));
    }
    bool is_heard_node_visible() const {
        const render::Rect visible = heard_node().visible_rect();
        return visible.h > 0 && visible.w > 0;
    }
};

// A listener who has chosen Arabic, which no voice speaks, by keys.
struct StrandedListener : Listener {
    StrandedListener() {
        kiosk.dispatch(OpenLanguagePicker{}, read_clock());
        while (!state().listening || heard_node().event != Event(SelectLanguage{"ar"}))
            press_key(Key::down);
        kiosk.take_effects();
        press_key(Key::activate);
    }
};

std::vector<int> nodes_in_order(const ui::Kiosk& kiosk) {
    return ui::reading_order(kiosk.outline());
}

} // namespace

TEST_CASE("the button Listen is there only with headphones and a voice for the language") {
    TestVisitor visitor;
    const auto has_button = [&] { return visitor.has_target(Listen{}); };
    const auto set_audio = [&](bool has_headphones, std::vector<std::string> voices) {
        visitor.kiosk.set_audio_status({has_headphones, std::move(voices)}, visitor.read_clock());
    };
    CHECK_FALSE(has_button());
    set_audio(false, {"en", "es"});
    CHECK_FALSE(has_button());
    set_audio(true, {"es"});
    CHECK_FALSE(has_button());
    set_audio(true, {"en"});
    CHECK(has_button());
    visitor.tap(OpenLanguagePicker{});
    visitor.tap(SelectLanguage{"ar"});
    CHECK_FALSE(has_button());
    set_audio(true, {"en", "ar"});
    CHECK(has_button());
    set_audio(false, {"en", "ar"});
    CHECK_FALSE(has_button());
}

TEST_CASE("headphones are welcomed only while nobody uses the kiosk") {
    TestVisitor visitor;
    const auto plug = [&](bool is_in) {
        visitor.kiosk.set_audio_status({is_in, {"en"}}, visitor.read_clock());
        return visitor.kiosk.take_effects();
    };
    const Effects welcome{Announce{Announcement::welcome}};
    CHECK(plug(true) == welcome);
    CHECK(plug(true).empty());
    CHECK(plug(false).empty());
    CHECK(plug(true) == welcome);
    CHECK(visitor.state() == State{});
    plug(false);
    visitor.tap(OpenSection{"signs"});
    CHECK(plug(true).empty());
    visitor.tap(Hide{});
    plug(false);
    CHECK(plug(true) == welcome); // any key removes the cover
}

TEST_CASE("Listen reads everything on the screen in reading order, and then stops") {
    Listener listener;
    listener.tap(Listen{});
    const std::vector<int> order = nodes_in_order(listener.kiosk);
    for (const int node : order) {
        CHECK(listener.state().listening == Listening{node, true});
        listener.finish();
    }
    CHECK_FALSE(listener.state().listening.has_value());
}

TEST_CASE("a touch anywhere stops reading, and one of Stop does not begin it again") {
    Listener listener;
    listener.tap(Listen{});
    REQUIRE(is_reading(listener.state()));
    listener.kiosk.take_effects();
    SUBCASE("of the page") {
        listener.tap(300, 5);
    }
    SUBCASE("of Stop") {
        listener.tap(Listen{});
    }
    CHECK_FALSE(listener.state().listening.has_value());
    CHECK(listener.kiosk.take_effects().front() == Effect(StopSpeaking{}));
    listener.finish();
    CHECK_FALSE(listener.state().listening.has_value());
    listener.tap(Listen{});
    CHECK(is_reading(listener.state()));
}

TEST_CASE("reading stops when the headphones are pulled out or the voice is lost") {
    for (const ui::AudioStatus& lost : {ui::AudioStatus{false, {"en", "es"}}, ui::AudioStatus{}}) {
        Listener listener;
        listener.tap(Listen{});
        listener.kiosk.take_effects();
        listener.kiosk.set_audio_status(lost, listener.read_clock());
        CHECK_FALSE(listener.state().listening.has_value());
        CHECK(listener.kiosk.take_effects().front() == Effect(StopSpeaking{}));
        CHECK(listener.state() == State{});
    }
}

TEST_CASE("a touch of a button stops reading and opens its page") {
    Listener listener;
    listener.tap(Listen{});
    REQUIRE(is_reading(listener.state()));
    listener.tap(OpenSection{"signs"});
    CHECK(listener.state().section == "signs");
    CHECK_FALSE(listener.state().listening.has_value());
}

TEST_CASE("reading goes on in another language only if there is a voice for it") {
    for (const bool has_voice : {true, false}) {
        Listener listener;
        listener.press_key(Key::down);
        listener.kiosk.dispatch(SelectLanguage{has_voice ? "es" : "ar"}, listener.read_clock());
        CHECK(listener.state().listening.has_value() == has_voice);
    }
}

TEST_CASE("who chooses a language without a voice by ear hears how to go back to the one before") {
    StrandedListener listener;
    CHECK(listener.kiosk.take_effects() ==
          Effects{StopSpeaking{}, Announce{Announcement::unspoken_language}});
    CHECK(listener.state().language == "ar");
    SUBCASE("with the middle key at once") {
        listener.press_key(Key::activate);
    }
    SUBCASE("with the key Help at any time") {
        listener.press_key(Key::down);
        listener.press_key(Key::help);
    }
    SUBCASE("after the question") {
        listener.press_key(Key::down);
        listener.kiosk.take_effects();
        listener.advance(listener.kiosk.content().site.idle.ask_after);
        CHECK(listener.kiosk.take_effects() == Effects{Announce{Announcement::idle_question}});
        CHECK(listener.press_key_for_effects(Key::down) ==
              Effects{Announce{Announcement::unspoken_language}});
        listener.press_key(Key::activate);
    }
    CHECK(listener.state().language.empty());
    REQUIRE(listener.state().listening == Listening{nodes_in_order(listener.kiosk).front(), false});
    CHECK(listener.is_told(ReadAloud{listener.state().listening->node, true}));
}

TEST_CASE("keys work as usual for who can read a language without a voice") {
    StrandedListener listener;
    while (listener.kiosk.focused_node() == nullptr ||
           listener.kiosk.focused_node()->event != Event(OpenSection{"signs"}))
        listener.press_key(Key::next);
    CHECK(listener.press_key_for_effects(Key::activate).empty());
    CHECK(listener.state().section == "signs");
    CHECK(listener.state().language == "ar");
}

TEST_CASE("the next language is heard if a voice speaks it, and otherwise how to go back is") {
    for (const bool is_spoken : {true, false}) {
        StrandedListener listener;
        const Event select = SelectLanguage{is_spoken ? "es" : "my"};
        listener.kiosk.dispatch(OpenLanguagePicker{}, listener.read_clock());
        while (listener.kiosk.focused_node() == nullptr ||
               listener.kiosk.focused_node()->event != select)
            listener.press_key(Key::next);
        const Effects effects = listener.press_key_for_effects(Key::activate);
        CHECK(listener.state().listening.has_value() == is_spoken);
        CHECK(listener.state().spoken_language == (is_spoken ? "" : "en"));
        if (!is_spoken) CHECK(effects == Effects{Announce{Announcement::unspoken_language}});
    }
}

TEST_CASE("where the first language has no voice, Help begins in the first one that has") {
    TestVisitor visitor({}, test::real_content({"ar", "es"}));
    visitor.kiosk.set_audio_status({true, {"es"}}, visitor.read_clock());
    visitor.press_key(Key::help);
    CHECK(visitor.state().language == "es");
    CHECK(visitor.state().listening.has_value());
}

TEST_CASE("the page turns to what is read") {
    Listener listener(test::panels[7]); // 21.5 inches, portrait
    listener.kiosk.dispatch(SetTextSize{4}, listener.read_clock());
    listener.kiosk.dispatch(OpenSection{"signs"}, listener.read_clock());
    REQUIRE(listener.kiosk.max_scroll_mm() > 0);
    listener.tap(Listen{});
    int seen_count = 0;
    std::vector<std::string> headings;
    while (listener.state().listening) {
        CHECK(listener.is_heard_node_visible());
        if (listener.heard_node().role == ui::Role::heading)
            headings.push_back(listener.heard_node().text);
        ++seen_count;
        listener.finish();
        REQUIRE(seen_count < 200);
    }
    CHECK(seen_count > 15);
    // Titles that pages repeat are not read again.
    CHECK(headings == std::vector<std::string>{"Warning signs"});
}

TEST_CASE("up and down move through everything, left and right through the buttons") {
    Listener listener;
    const std::vector<int> order = nodes_in_order(listener.kiosk);
    for (const int node : order) {
        CHECK(listener.press_key_for_effects(Key::down) == Effects{ReadAloud{node, true}});
        CHECK(listener.state().listening == Listening{node, false});
    }
    CHECK(listener.press_key_for_effects(Key::down) == Effects{ReadAloud{order.front(), true}});
    CHECK(listener.press_key_for_effects(Key::up) == Effects{ReadAloud{order.back(), true}});
    std::size_t button_count = 0;
    for (const int node : order) {
        if (!listener.kiosk.outline().at(static_cast<std::size_t>(node)).event) continue;
        listener.press_key(Key::right);
        CHECK(listener.heard_node().event ==
              listener.kiosk.outline().at(static_cast<std::size_t>(node)).event);
        CHECK(listener.kiosk.focused_node() == &listener.heard_node());
        ++button_count;
    }
    CHECK(button_count > 5);
    listener.press_key(Key::left);
    CHECK(listener.heard_node().event != Event(Hide{})); // one before the last button
}

TEST_CASE("select opens a button, reads on from a text, and stops what is read") {
    Listener listener;
    while (!listener.state().listening ||
           listener.heard_node().event != Event(OpenSection{"signs"}))
        listener.press_key(Key::right);
    listener.press_key(Key::activate);
    CHECK(listener.state().section == "signs");
    const std::vector<int> order = nodes_in_order(listener.kiosk);
    CHECK(listener.state().listening == Listening{order.front(), false});
    REQUIRE_FALSE(listener.heard_node().event.has_value());
    listener.press_key(Key::activate);
    CHECK(listener.state().listening == Listening{order.front(), true});
    listener.finish();
    CHECK(listener.state().listening == Listening{order.at(1), true});
    CHECK(listener.press_key_for_effects(Key::activate) == Effects{StopSpeaking{}});
    CHECK(listener.state().listening == Listening{order.at(1), false});
    listener.press_key(Key::down);
    CHECK(listener.state().listening == Listening{order.at(2), false});
}

TEST_CASE("a choice is announced again when it is selected") {
    Listener listener;
    listener.kiosk.dispatch(OpenDisplaySettings{}, listener.read_clock());
    while (!listener.state().listening || listener.heard_node().event != Event(SetTextSize{2}))
        listener.press_key(Key::down);
    const int node = listener.state().listening->node;
    CHECK(listener.press_key_for_effects(Key::activate) == Effects{ReadAloud{node, true}});
    CHECK(listener.state().text_size == 2);
    CHECK(listener.heard_node().is_selected);
}

TEST_CASE("keys set the volume, and help says how to use them") {
    Listener listener;
    CHECK(listener.press_key_for_effects(Key::louder) == Effects{Announce{Announcement::volume}});
    CHECK(listener.state().volume == default_volume + 1);
    CHECK(listener.press_key_for_effects(Key::help) ==
          Effects{Announce{Announcement::instructions}});
    listener.tap(Listen{});
    const Listening reading = *listener.state().listening;
    CHECK(listener.press_key_for_effects(Key::softer).back() ==
          Effect(ReadAloud{reading.node, false})); // the same text once more
    CHECK(listener.state().listening == reading);
    CHECK(listener.state().volume == default_volume);
    listener.advance(10min);
    CHECK(listener.state() == State{});
}

TEST_CASE("a key answers the question by ear, and what was heard last is heard again") {
    Listener listener;
    listener.press_key(Key::down);
    listener.press_key(Key::down);
    const Listening heard = *listener.state().listening;
    listener.kiosk.take_effects();
    listener.advance(listener.kiosk.content().site.idle.ask_after);
    REQUIRE(listener.state().warned_at.has_value());
    CHECK(listener.kiosk.take_effects() == Effects{Announce{Announcement::idle_question}});
    CHECK(listener.press_key_for_effects(Key::up) == Effects{ReadAloud{heard.node, true}});
    CHECK_FALSE(listener.state().warned_at.has_value());
    CHECK(listener.state().listening == heard);
}

TEST_CASE("Hide is pressed by keys, and a key after it begins at the top of home") {
    Listener listener;
    listener.kiosk.dispatch(OpenSection{"signs"}, listener.read_clock());
    listener.press_key(Key::up); // Hide is the last button
    REQUIRE(listener.heard_node().event == Event(Hide{}));
    CHECK(listener.press_key_for_effects(Key::activate) == Effects{StopSpeaking{}, ForgetVisit{}});
    CHECK(listener.state() == idle_state(true));
    const Effects effects = listener.press_key_for_effects(Key::down);
    CHECK(effects == Effects{ReadAloud{nodes_in_order(listener.kiosk).front(), true}});
    CHECK(listener.state().section.empty());
}

TEST_CASE("the PIN pad and the staff screens are not read") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = "not a hash";
    TestVisitor visitor({}, content);
    visitor.kiosk.set_audio_status({true, {"en"}}, visitor.read_clock());
    visitor.tap(Listen{});
    visitor.kiosk.take_effects();
    visitor.kiosk.dispatch(OpenPinPad{}, visitor.read_clock());
    CHECK(visitor.kiosk.take_effects() == Effects{StopSpeaking{}, ForgetVisit{}});
    CHECK_FALSE(visitor.kiosk.can_listen());
    CHECK_FALSE(visitor.has_target(Listen{}));
    for (const Key key : {Key::down, Key::help, Key::louder}) visitor.press_key(key);
    CHECK(visitor.kiosk.take_effects().empty());
}

TEST_CASE("without headphones, keys and the picture are as before") {
    TestVisitor visitor, other;
    visitor.kiosk.set_audio_status({false, {"en", "es"}}, visitor.read_clock());
    for (const Key key : {Key::help, Key::louder, Key::softer, Key::down, Key::right})
        for (TestVisitor* each : {&visitor, &other}) each->press_key(key);
    CHECK(visitor.kiosk.frame_hash() == other.kiosk.frame_hash());
    CHECK(visitor.kiosk.take_effects().empty());
    CHECK(visitor.state() == State{});
}

TEST_CASE("the bar has room for Listen on every panel, in every language and text size" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const char* name : {"home", "slip/hotline", "display-settings", "idle-warning"}) {
            for (const std::string& language : content->site.languages) {
                for (const int text_size : {min_text_size, max_text_size}) {
                    CAPTURE(panel.inches);
                    CAPTURE(panel.width_px);
                    CAPTURE(std::string(name));
                    CAPTURE(language);
                    CAPTURE(text_size);
                    preview::ViewOptions options{language, ColorScheme::light, text_size};
                    options.can_listen = true;
                    const auto kiosk =
                        preview::open_screen(content, *preview::find_screen(*content, name),
                                             options, panel, test::typesetter());
                    CHECK(kiosk->visible_rect(Listen{}).has_value());
                    CHECK(test::LayoutCheck(*kiosk).problems == "");
                }
            }
        }
    }
}
