// Tests the focus that moves by itself, for people who can press only one key.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"
#include "ui/reading_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace session;
using namespace std::chrono_literals;
using test::TestVisitor;
using ui::Key;

namespace {

constexpr auto pace = 2s;

std::shared_ptr<const content::Content> scanning_content() {
    static const auto content = [] {
        auto copy = std::make_shared<content::Content>(*test::real_content());
        copy->site.scanning = pace;
        return copy;
    }();
    return content;
}

// A visitor with one key, who sees the screen.
struct OneKeyVisitor : TestVisitor {
    explicit OneKeyVisitor(const ui::Panel& panel = {}) : TestVisitor(panel, scanning_content()) {}

    void press_the_key() { press_key(Key::activate); }

    // Waits until the focus is on the target of an event, answering the question if it comes, and
    // presses the key.
    void choose(const Event& event) {
        for (int i = 0; i < 200; ++i) {
            if (state().warned_at) press_the_key();
            const ui::OutlineNode* const node = kiosk.focused_node();
            if (node != nullptr && node->event == event) return press_the_key();
            advance(pace);
        }
        FAIL("the focus never comes to: ", describe(event));
    }
    Event focused_event() const {
        REQUIRE(kiosk.focused_node() != nullptr);
        return *kiosk.focused_node()->event;
    }
    bool shows_number(const std::string& digits) const {
        return std::ranges::any_of(kiosk.outline(), [&](const ui::OutlineNode& node) {
            std::string text = node.text;
            std::erase_if(text, [](char letter) { return letter < '0' || letter > '9'; });
            return node.role == ui::Role::digits && text == digits;
        });
    }
};

} // namespace

TEST_CASE("until the key is pressed, the focus does not move and nothing wakes the program") {
    OneKeyVisitor visitor;
    TestVisitor other;
    CHECK(visitor.kiosk.next_deadline() == other.kiosk.next_deadline());
    visitor.advance(1min);
    CHECK(visitor.kiosk.focused_node() == nullptr);
    CHECK(visitor.state() == State{});
}

TEST_CASE("without the setting, the key does not make the focus move") {
    TestVisitor visitor;
    visitor.press_key(Key::activate);
    visitor.advance(20s);
    CHECK(visitor.kiosk.focused_node() == nullptr);
}

TEST_CASE("the focus moves at the pace through all that can be chosen, and begins again") {
    OneKeyVisitor visitor;
    visitor.press_the_key();
    const std::vector<int> order = ui::choice_order(visitor.kiosk.outline(), true);
    REQUIRE(order.size() > 8);
    for (int round = 0; round < 2; ++round) {
        for (const int node : order) {
            CHECK(visitor.focused_event() ==
                  visitor.kiosk.outline().at(static_cast<std::size_t>(node)).event);
            CHECK(visitor.kiosk.next_deadline() == visitor.now + pace); // it wakes only to move
            if (round == 1) return;
            visitor.advance(pace);
        }
    }
}

TEST_CASE("one key is enough for a whole visit to the trafficking number") {
    for (const ui::Panel& panel : {test::panels.front(), test::panels[7], test::panels.back()}) {
        CAPTURE(panel.inches);
        OneKeyVisitor visitor(panel);
        visitor.press_the_key();
        visitor.choose(OpenSection{"help"});
        CHECK(visitor.state().section == "help");
        visitor.choose(TearOff{"hotline"});
        visitor.advance(1s); // the slip is animated
        CHECK(visitor.shows_number("18883737888"));
        visitor.choose(ShowContact{true});
        CHECK(visitor.shows_number("233733"));
        visitor.choose(Hide{});
        CHECK(visitor.state() == idle_state(true));
        visitor.press_the_key();
        CHECK(visitor.state() == State{});
        visitor.advance(pace);
        CHECK(visitor.kiosk.focused_node() != nullptr);
    }
}

TEST_CASE("the pages of a long text are turned with one key, and the focus stays on the screen") {
    OneKeyVisitor visitor(test::panels[7]);
    visitor.kiosk.dispatch(SetTextSize{4}, visitor.read_clock());
    visitor.kiosk.dispatch(OpenSection{"signs"}, visitor.read_clock());
    REQUIRE(visitor.kiosk.pages_mm().size() > 1);
    visitor.press_the_key();
    visitor.choose(ScrollTo{visitor.kiosk.pages_mm().at(1)});
    CHECK(top_scroll_mm(visitor.state()) == visitor.kiosk.pages_mm().at(1));
    for (int i = 0; i < 20; ++i) {
        visitor.advance(pace);
        if (visitor.state().warned_at) visitor.press_the_key();
        const ui::OutlineNode* const node = visitor.kiosk.focused_node();
        if (node != nullptr) CHECK(node->visible_rect().h > 0);
    }
}

TEST_CASE("the question comes although the focus moves, waits, and is answered with the key") {
    OneKeyVisitor visitor;
    visitor.press_the_key();
    visitor.choose(OpenSection{"signs"});
    const auto ask_after = visitor.kiosk.content().site.idle.ask_after;
    visitor.advance(ask_after - 1s);
    CHECK_FALSE(visitor.state().warned_at.has_value());
    visitor.advance(2s);
    REQUIRE(visitor.state().warned_at.has_value());
    visitor.press_the_key();
    CHECK_FALSE(visitor.state().warned_at.has_value());
    CHECK(visitor.state().section == "signs");
    visitor.advance(pace);
    CHECK(visitor.kiosk.focused_node() != nullptr);
    visitor.advance(10min);
    CHECK(visitor.state() == State{});
    CHECK(visitor.kiosk.focused_node() == nullptr);
}

TEST_CASE("a finger ends the moving focus, and another key only moves it") {
    OneKeyVisitor visitor;
    visitor.press_the_key();
    visitor.advance(pace);
    const Event second = visitor.focused_event();
    visitor.press_key(Key::previous);
    CHECK(visitor.focused_event() != second);
    visitor.advance(pace);
    CHECK(visitor.focused_event() == second);
    visitor.tap(OpenSection{"signs"});
    visitor.advance(10s);
    CHECK(visitor.kiosk.focused_node() == nullptr);
}

TEST_CASE("with headphones the focus moves on when what it is on has been said") {
    OneKeyVisitor visitor;
    visitor.kiosk.set_audio_status({true, {"en"}}, visitor.read_clock());
    visitor.kiosk.take_effects();
    visitor.press_the_key();
    const std::vector<int> order = ui::choice_order(visitor.kiosk.outline(), false);
    CHECK(visitor.kiosk.take_effects() == std::vector<Effect>{ReadAloud{order.front(), true}});
    visitor.advance(10s); // it is a long text
    CHECK(visitor.state().listening == Listening{order.at(0), false});
    visitor.kiosk.dispatch(SpeechFinished{}, visitor.read_clock());
    visitor.advance(pace - 1ms);
    CHECK(visitor.state().listening == Listening{order.at(0), false});
    visitor.advance(1ms);
    CHECK(visitor.state().listening == Listening{order.at(1), false});
    visitor.advance(40s); // the speaker does not answer
    CHECK(visitor.state().listening == Listening{order.at(2), false});
}

TEST_CASE("the staff screens have no focus that moves") {
    auto content = std::make_shared<content::Content>(*scanning_content());
    content->site.staff_pin = "not a hash";
    TestVisitor visitor({}, content);
    visitor.kiosk.dispatch(OpenPinPad{}, visitor.read_clock());
    visitor.press_key(Key::activate);
    visitor.advance(10s);
    CHECK(visitor.kiosk.focused_node() == nullptr);
}
