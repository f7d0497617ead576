// Everything a finger reaches, a keyboard or an assistive keypad reaches too.
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace session;
using test::Visitor;
using ui::Key;

namespace {

std::set<std::string> targets(const ui::Outline& outline) {
    std::set<std::string> all;
    for (const ui::Node& node : outline)
        if (node.event) all.insert(describe(*node.event));
    return all;
}

// Presses Tab until the ring stands on what does `event`, then Enter.
bool reach(Visitor& visitor, const Event& event) {
    for (int i = 0; i < 60; ++i) {
        visitor.press_key(Key::next);
        if (visitor.kiosk.focused()->event != event) continue;
        visitor.press_key(Key::activate);
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("Tab visits every target of every screen") {
    const auto content = test::real_content();
    for (const ui::Scene& scene : test::all_scenes(*content)) {
        CAPTURE(scene.name);
        const auto kiosk = ui::stage(content, scene, {}, {}, test::typesetter());
        std::set<std::string> missing = targets(kiosk->outline());
        if (!scene.has_hide() || scene.state.asked) continue; // any key answers these, or none does
        for (int i = 0; i < 40; ++i) {
            kiosk->key(Key::next, ui::scene_moment());
            missing.erase(describe(*kiosk->focused()->event));
        }
        for (auto left = missing.begin(); left != missing.end();)
            left = left->rfind("scroll", 0) == 0 ? missing.erase(left) : std::next(left);
        CHECK(missing == std::set<std::string>{});
    }
}

TEST_CASE("the ring is drawn where the focus is, and goes when a finger comes") {
    Visitor visitor;
    const auto at_rest = visitor.kiosk.fingerprint();
    visitor.press_key(Key::next);
    const auto first = visitor.kiosk.fingerprint();
    CHECK(first != at_rest);
    visitor.press_key(Key::next);
    CHECK(visitor.kiosk.fingerprint() != first);
    visitor.tap(5, 600);
    CHECK(visitor.kiosk.fingerprint() == at_rest);
}

TEST_CASE("the ring on home goes when nobody has pressed a key for as long as a visit waits") {
    Visitor visitor;
    const auto at_rest = visitor.kiosk.fingerprint();
    visitor.press_key(Key::next);
    visitor.wait(std::chrono::seconds{59});
    CHECK(visitor.kiosk.fingerprint() != at_rest);
    visitor.wait(std::chrono::seconds{1});
    CHECK(visitor.kiosk.fingerprint() == at_rest);
    CHECK(visitor.kiosk.focused() == nullptr);
}

TEST_CASE("a line of help that is on a page twice is torn off from both places, and Tab gets past it") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content::Section& help = *std::ranges::find(content->sections, "help", &content::Section::id);
    help.blocks.insert(help.blocks.begin(), 2,
                       content::Block{content::Lines{{"local"}}, content::Audience::everyone});
    Visitor visitor({}, content);
    visitor.tap(OpenSection{"help"});
    std::vector<ui::Node> cards;
    for (const ui::Node& node : visitor.kiosk.outline())
        if (node.event == Event(TearOff{"local"})) cards.push_back(node);
    REQUIRE(cards.size() >= 2);
    for (const ui::Node& card : {cards[0], cards[1]}) {
        visitor.tap(card.rect.x + 20, card.rect.y + 20);
        CHECK(visitor.state().slip.has_value());
        visitor.wait(std::chrono::seconds{1});
        visitor.tap(GoBack{});
    }
    REQUIRE(reach(visitor, TearOff{"local"}));
    visitor.press_key(Key::back);
    REQUIRE(reach(visitor, Hide{}));
}

TEST_CASE("a whole visit by keyboard: read, tear off, switch, choose, hide") {
    Visitor visitor;
    REQUIRE(reach(visitor, OpenSection{"help"}));
    CHECK(visitor.state().section == "help");
    REQUIRE(reach(visitor, TearOff{"hotline"}));
    visitor.wait(std::chrono::milliseconds{300});
    REQUIRE(reach(visitor, SwitchCode{}));
    CHECK(visitor.state().slip->texting);
    visitor.press_key(Key::back);
    CHECK_FALSE(visitor.state().slip.has_value());
    visitor.press_key(Key::home);
    CHECK(visitor.state() == State{});
    REQUIRE(reach(visitor, OpenLanguages{}));
    REQUIRE(reach(visitor, ChooseLanguage{"ar"}));
    CHECK(visitor.state().language == "ar");
    REQUIRE(reach(visitor, Hide{}));
    CHECK(visitor.state().covered);
    visitor.press_key(Key::activate);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a focused target outside the view is scrolled into it") {
    Visitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"help"});
    for (int i = 0; i < 40; ++i) {
        visitor.press_key(Key::next);
        const ui::Node& node = *visitor.kiosk.focused();
        CAPTURE(node.text);
        CHECK(node.visible().h >= std::min(node.rect.h, node.clip.h) - 1);
    }
}

TEST_CASE("arrows move to the neighbour in their direction") {
    Visitor visitor;
    const auto focused = [&] {
        return visitor.kiosk.focused() ? describe(*visitor.kiosk.focused()->event) : "";
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

TEST_CASE("a key answers Still there? and wakes the cover") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.wait(std::chrono::seconds{61});
    visitor.press_key(Key::right);
    CHECK_FALSE(visitor.state().asked.has_value());
    CHECK(visitor.state().section == "signs");
    visitor.tap(Hide{});
    visitor.press_key(Key::next);
    CHECK(visitor.state() == State{});
}
