// Checks that a keyboard or an assistive keypad reaches everything that a finger reaches.
#include "ui/focus_navigation.hpp"

#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace session;
using test::TestVisitor;
using ui::Key;

namespace {

std::set<std::string> targets(const ui::Outline& outline) {
    std::set<std::string> all;
    for (const ui::OutlineNode& node : outline)
        if (node.event) all.insert(describe(*node.event));
    return all;
}

// Presses Tab until a button with this event has the focus, and then Enter. Returns false if none
// gets it.
bool activate_by_tab(TestVisitor& visitor, const Event& event) {
    for (int i = 0; i < 60; ++i) {
        visitor.press_key(Key::next);
        if (visitor.kiosk.focused_node()->event != event) continue;
        visitor.press_key(Key::activate);
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("Tab visits every target of every screen" * doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const preview::Screen& screen : preview::all_screens(*content)) {
        CAPTURE(screen.name);
        const auto kiosk = preview::open_screen(content, screen, {}, {}, test::typesetter());
        std::set<std::string> missing = targets(kiosk->outline());
        if (!screen.has_hide_button() || screen.state.warned_at)
            continue; // any key closes these screens, or no key has an effect
        for (int i = 0; i < 40; ++i) {
            kiosk->handle_key(Key::next, preview::preview_time());
            missing.erase(describe(*kiosk->focused_node()->event));
        }
        for (auto left = missing.begin(); left != missing.end();)
            left = left->rfind("scroll", 0) == 0 ? missing.erase(left) : std::next(left);
        CHECK(missing == std::set<std::string>{});
    }
}

TEST_CASE(
    "Tab visits any buttons once each, from top to bottom, and Shift+Tab in the reverse order") {
    std::mt19937 random(1);
    const auto below = [&](int limit) {
        return static_cast<double>(random() % static_cast<unsigned>(limit));
    };
    for (int run = 0; run < 2000; ++run) {
        ui::Outline outline(1 + random() % 20);
        for (std::size_t index = 0; index < outline.size(); ++index) {
            outline[index].id = std::to_string(index);
            outline[index].event = session::GoHome{};
            outline[index].rect = {below(500), below(300), 1 + below(200),
                                   1 + below(run % 2 == 0 ? 20 : 200)};
        }
        std::vector<std::string> order{ui::next_focus(outline, "", Key::next)};
        while (order.size() < outline.size())
            order.push_back(ui::next_focus(outline, order.back(), Key::next));
        CHECK(std::set<std::string>(order.begin(), order.end()).size() == outline.size());
        CHECK(ui::next_focus(outline, order.back(), Key::next) == order.front());
        const auto rect = [&](std::size_t place) { return outline[std::stoul(order[place])].rect; };
        for (std::size_t later = 0; later < order.size(); ++later) {
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                CHECK(rect(later).bottom() > rect(earlier).y);
            if (later > 0)
                CHECK(ui::next_focus(outline, order[later], Key::previous) == order[later - 1]);
        }
    }
}

TEST_CASE("the focus ring is drawn around the focused button, and a touch removes it") {
    TestVisitor visitor;
    const auto idle_hash = visitor.kiosk.frame_hash();
    visitor.press_key(Key::next);
    const auto first_hash = visitor.kiosk.frame_hash();
    CHECK(first_hash != idle_hash);
    visitor.press_key(Key::next);
    CHECK(visitor.kiosk.frame_hash() != first_hash);
    visitor.tap(5, 600);
    CHECK(visitor.kiosk.frame_hash() == idle_hash);
}

TEST_CASE("the focus ring on the home screen disappears after 60 seconds without a key") {
    TestVisitor visitor;
    const auto idle_hash = visitor.kiosk.frame_hash();
    visitor.press_key(Key::next);
    visitor.advance(std::chrono::seconds{59});
    CHECK(visitor.kiosk.frame_hash() != idle_hash);
    visitor.advance(std::chrono::seconds{1});
    CHECK(visitor.kiosk.frame_hash() == idle_hash);
    CHECK(visitor.kiosk.focused_node() == nullptr);
}

TEST_CASE(
    "a help line that is twice on a page can be torn off in both places, and Tab moves past it" *
    doctest::test_suite("sweep")) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content::Section& help = *std::ranges::find(content->sections, "help", &content::Section::id);
    auto& blocks = help.tabs.front().blocks;
    blocks.insert(blocks.begin(), 2,
                  content::Block{content::HelpLinesBlock{{"local"}}, content::Audience::everyone});
    TestVisitor visitor({}, content);
    visitor.tap(OpenSection{"help"});
    std::vector<ui::OutlineNode> cards;
    for (const ui::OutlineNode& node : visitor.kiosk.outline())
        if (node.event == Event(TearOff{"local"})) cards.push_back(node);
    REQUIRE(cards.size() >= 2);
    for (const ui::OutlineNode& card : {cards[0], cards[1]}) {
        visitor.tap(card.rect.x + 20, card.rect.y + 20);
        CHECK(visitor.state().slip.has_value());
        visitor.advance(std::chrono::seconds{1});
        visitor.tap(GoBack{});
    }
    REQUIRE(activate_by_tab(visitor, TearOff{"local"}));
    visitor.press_key(Key::back);
    REQUIRE(activate_by_tab(visitor, Hide{}));
}

TEST_CASE("a whole visit works with the keyboard: section, slip, text code, language, Hide") {
    TestVisitor visitor;
    REQUIRE(activate_by_tab(visitor, OpenSection{"help"}));
    CHECK(visitor.state().section == "help");
    REQUIRE(activate_by_tab(visitor, TearOff{"hotline"}));
    visitor.advance(std::chrono::milliseconds{300});
    REQUIRE(activate_by_tab(visitor, ShowContact{true}));
    CHECK(visitor.state().slip->shows_text);
    visitor.press_key(Key::back);
    CHECK_FALSE(visitor.state().slip.has_value());
    visitor.press_key(Key::home);
    CHECK(visitor.state() == State{});
    REQUIRE(activate_by_tab(visitor, OpenLanguagePicker{}));
    REQUIRE(activate_by_tab(visitor, SelectLanguage{"ar"}));
    CHECK(visitor.state().language == "ar");
    REQUIRE(activate_by_tab(visitor, Hide{}));
    CHECK(visitor.state().is_covered);
    visitor.press_key(Key::activate);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a focused button outside the view is scrolled into it") {
    TestVisitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"help"});
    for (int i = 0; i < 40; ++i) {
        visitor.press_key(Key::next);
        const ui::OutlineNode& node = *visitor.kiosk.focused_node();
        CAPTURE(node.text);
        CHECK(node.visible_rect().h >= std::min(node.rect.h, node.clip.h) - 1);
    }
}

TEST_CASE("arrow keys move the focus to the neighbor in their direction") {
    TestVisitor visitor;
    const auto focused = [&] {
        return visitor.kiosk.focused_node() ? describe(*visitor.kiosk.focused_node()->event) : "";
    };
    while (focused() != "open section what") visitor.press_key(Key::next);
    visitor.press_key(Key::right);
    CHECK(focused() == "open section start");
    visitor.press_key(Key::down);
    CHECK(focused() == "open section friend");
    visitor.press_key(Key::left);
    CHECK(focused() == "open section signs");
    visitor.press_key(Key::up);
    CHECK(focused() == "open section what");
}

TEST_CASE("any key closes Are you still here? and the cover") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.advance(std::chrono::seconds{61});
    visitor.press_key(Key::right);
    CHECK_FALSE(visitor.state().warned_at.has_value());
    CHECK(visitor.state().section == "signs");
    visitor.tap(Hide{});
    visitor.press_key(Key::next);
    CHECK(visitor.state() == State{});
}
