// A visit under a finger, on the shipped content.
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace session;
using namespace std::chrono_literals;
using test::Visitor;

TEST_CASE("a tap on a card opens its section, and Back leads home") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    CHECK(visitor.state().section == "signs");
    visitor.tap(GoBack{});
    CHECK(visitor.state() == State{});
}

TEST_CASE("the picture changes while a finger rests on a card, and changes back when it slides off") {
    Visitor visitor;
    const auto at_rest = visitor.kiosk.fingerprint();
    visitor.press(OpenSection{"signs"});
    CHECK(visitor.kiosk.fingerprint() != at_rest);
    visitor.move(5, 5);
    CHECK(visitor.kiosk.fingerprint() == at_rest);
    visitor.up(5, 5);
    CHECK(visitor.state() == State{});
    CHECK(visitor.kiosk.fingerprint() == at_rest);
}

TEST_CASE("a finger that wanders more than three millimetres presses nothing") {
    Visitor visitor;
    const ui::Rect card = visitor.target(OpenSection{"signs"}).rect;
    const double x = card.x + 20, y = card.y + 20;
    visitor.down(x, y);
    visitor.move(x + visitor.kiosk.theme().px(2.9), y);
    visitor.up(x + visitor.kiosk.theme().px(2.9), y);
    CHECK(visitor.state().section == "signs");
    visitor.tap(GoBack{});
    visitor.down(x, y);
    visitor.move(x + visitor.kiosk.theme().px(3.1), y);
    visitor.move(x, y);
    visitor.up(x, y);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a bag that leans against home is given up, and presses nothing when it is taken away") {
    Visitor visitor;
    visitor.press(OpenSection{"signs"});
    visitor.wait(59s);
    CHECK_FALSE(visitor.kiosk.at_rest());
    visitor.wait(1s);
    CHECK(visitor.kiosk.at_rest());
    const ui::Rect card = visitor.target(OpenSection{"signs"}).rect;
    visitor.up(card.x + 20, card.y + 20);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a bag that leans against a section, and trembles, does not keep the visit open") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.down(500, 900);
    const auto tremble = [&](int seconds) {
        for (int second = 0; second < seconds; ++second) {
            visitor.wait(1s);
            visitor.move(500, 900 - 30 * (second % 2));
        }
    };
    tremble(118); // until it is given up, it counts as a finger
    CHECK_FALSE(visitor.state().asked);
    CHECK(visitor.state().section == "signs");
    tremble(12);
    CHECK(visitor.state().asked);
    tremble(10);
    CHECK(visitor.state() == State{});
}

TEST_CASE("fast taps, each as soon as the last one lifts, all count") {
    Visitor visitor;
    for (int i = 0; i < 20; ++i) {
        visitor.tap(OpenSection{"signs"});
        REQUIRE(visitor.state().section == "signs");
        visitor.tap(GoBack{});
        REQUIRE(visitor.state().section.empty());
    }
}

TEST_CASE("the first touch after a visit has ended acts") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.wait(80s);
    CHECK(visitor.state() == State{});
    visitor.tap(OpenSection{"start"});
    CHECK(visitor.state().section == "start");
}

TEST_CASE("a touch after the deadline acts on home, not on the page that was there") {
    Visitor visitor;
    const ui::Rect card = visitor.target(OpenSection{"start"}).rect;
    visitor.tap(OpenSection{"signs"});
    visitor.oversleep(10min); // the machine was asleep
    visitor.tap(card.x + card.w / 2, card.y + card.h / 2);
    CHECK(visitor.state().section == "start");
}

TEST_CASE("a finger that was down when the visit ended does nothing when it lifts") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.press(TearOff{"crisis"});
    visitor.wait(80s);
    REQUIRE(visitor.state() == State{});
    const ui::Rect tab = visitor.target(TearOff{"crisis"}).rect;
    visitor.up(tab.x + tab.w / 2, tab.y + tab.h / 2);
    CHECK(visitor.state() == State{});
}

TEST_CASE("Hide covers at once, sliding off takes it back, lifting ends the visit") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    const auto page = visitor.kiosk.fingerprint();
    const ui::Rect hide = visitor.target(Hide{}).rect;
    visitor.down(hide.x + 10, hide.y + 10);
    CHECK(visitor.state().hiding);
    CHECK(visitor.kiosk.outline().size() == 1); // Hide alone: nothing of the page is said either
    visitor.move(hide.x - 200, hide.y - 200);
    CHECK_FALSE(visitor.state().hiding);
    CHECK(visitor.kiosk.fingerprint() == page);
    visitor.move(hide.x + 10, hide.y + 10);
    visitor.up(hide.x - 200, hide.y - 200);
    CHECK(visitor.state().section == "signs");
    visitor.tap(Hide{});
    CHECK(visitor.state().covered);
    visitor.tap(50, 50);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a hurried hand that wobbles on Hide still hides") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    const ui::Rect hide = visitor.target(Hide{}).rect;
    visitor.down(hide.x + 10, hide.y + 10);
    visitor.move(hide.right() - 10, hide.bottom() - 10);
    CHECK(visitor.state().hiding);
    visitor.up(hide.right() - 10, hide.bottom() - 10);
    CHECK(visitor.state().covered);
}

TEST_CASE("Hide works from every screen, and then nothing is left") {
    const auto content = test::real_content();
    for (const ui::Scene& scene : ui::scenes(*content)) {
        if (!scene.has_hide()) continue;
        CAPTURE(scene.name);
        Visitor visitor({}, content);
        const auto kiosk = ui::stage(content, scene, {"es", Look::dark, 3, 1}, {}, test::typesetter());
        const ui::Node* hide = nullptr;
        for (const ui::Node& node : kiosk->outline())
            if (node.event == Event(Hide{})) hide = &node;
        REQUIRE(hide != nullptr);
        const double x = hide->rect.x + 9, y = hide->rect.y + 9;
        kiosk->touch({ui::Contact::down, x, y}, ui::scene_moment());
        kiosk->touch({ui::Contact::up, x, y}, ui::scene_moment());
        State cover;
        cover.covered = true;
        CHECK(kiosk->state() == cover);
    }
}

TEST_CASE("Still there? comes up, and any touch anywhere keeps the exact place") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    const State before = visitor.state();
    for (const auto& [x, y] : {std::pair{540.0, 400.0}, std::pair{20.0, 20.0}, std::pair{1000.0, 1600.0}}) {
        visitor.wait(61s);
        REQUIRE(visitor.state().asked.has_value());
        CHECK_FALSE(visitor.offers(GoBack{}));
        visitor.tap(x, y);
        State after = visitor.state();
        after.last_touch = before.last_touch;
        CHECK(after == before);
    }
    for (const Event& tool : {Event(GoHome{}), Event(OpenDisplay{})}) {
        visitor.wait(61s);
        visitor.tap(tool); // it stands around the question, but who touches it has the question in mind
        State after = visitor.state();
        after.last_touch = before.last_touch;
        CHECK(after == before);
    }
    visitor.wait(61s);
    visitor.tap(EndVisit{});
    CHECK(visitor.state() == State{});
}

TEST_CASE("the countdown is drawn anew each second, and at no other time") {
    Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.wait(60s);
    for (int second = 0; second < 19; ++second) {
        const auto picture = visitor.kiosk.fingerprint();
        const auto due = visitor.kiosk.deadline();
        REQUIRE(due.has_value());
        CHECK(*due - visitor.now <= 1s);
        visitor.wait(*due - visitor.now - 1ms);
        CHECK(visitor.kiosk.fingerprint() == picture);
        visitor.wait(1ms);
        CHECK(visitor.kiosk.fingerprint() != picture);
    }
}

TEST_CASE("home at rest has nothing to wait for but the next pixel shift") {
    Visitor visitor;
    const Instant shift = visitor.now + 3min;
    CHECK(visitor.kiosk.deadline() == shift);
    visitor.tap(30, 900);
    CHECK(visitor.kiosk.deadline() == shift);
}

TEST_CASE("a page follows the finger, runs on, and a touch stops it without pressing") {
    Visitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"signs"});
    REQUIRE(visitor.kiosk.furthest_scroll() > 20);
    const ui::Rect view = visitor.kiosk.scrolled_view();
    const double x = view.x + view.w / 2;
    double y = view.bottom() - 20;
    visitor.down(x, y);
    for (int i = 0; i < 8; ++i) {
        visitor.now += 10ms;
        y -= 30;
        visitor.move(x, y);
    }
    const double dragged = scroll(visitor.state());
    CHECK(visitor.kiosk.theme().px(dragged) == doctest::Approx(8 * 30).epsilon(0.25));
    visitor.up(x, y);
    visitor.wait(100ms);
    const double running = scroll(visitor.state());
    CHECK(running > dragged);
    visitor.tap(x, view.y + view.h / 2);
    const double stopped = scroll(visitor.state());
    visitor.wait(2s);
    CHECK(scroll(visitor.state()) == stopped);
    CHECK_FALSE(visitor.state().slip.has_value());
}

TEST_CASE("More leads to the end of a page and Up back to its top") {
    Visitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"signs"});
    const auto page_button = [&](bool down) -> std::optional<ScrollTo> {
        for (const ui::Node& node : visitor.kiosk.outline()) {
            const auto* to = node.event ? std::get_if<ScrollTo>(&*node.event) : nullptr;
            if (to != nullptr && (to->mm > scroll(visitor.state())) == down) return *to;
        }
        return std::nullopt;
    };
    int steps = 0;
    for (auto more = page_button(true); more && steps < 50; more = page_button(true), ++steps)
        visitor.tap(*more);
    CHECK(steps > 0);
    CHECK(scroll(visitor.state()) == doctest::Approx(visitor.kiosk.furthest_scroll()));
    for (auto up = page_button(false); up && steps < 100; up = page_button(false), ++steps) visitor.tap(*up);
    CHECK(scroll(visitor.state()) == 0);
}

TEST_CASE("a tab tears off into its slip within 300 ms, and at once where motion is off") {
    Visitor visitor;
    visitor.tap(TearOff{"crisis"});
    CHECK(visitor.kiosk.deadline().value() <= visitor.now + 20ms);
    CHECK_FALSE(visitor.offers(SwitchCode{}));
    const Instant torn = visitor.state().slip->torn;
    while (!visitor.offers(GoBack{}) && visitor.now < torn + 2s) visitor.wait(5ms);
    CHECK(visitor.now - torn <= 300ms);

    auto still = std::make_shared<content::Content>(*test::real_content());
    still->site.motion = false;
    Visitor calm({}, still);
    calm.tap(TearOff{"crisis"});
    CHECK(calm.offers(SwitchCode{}));
}

TEST_CASE("a language, a size and a look hold through the visit and not beyond") {
    Visitor visitor;
    visitor.tap(OpenLanguages{});
    visitor.tap(ChooseLanguage{"ar"});
    visitor.tap(OpenDisplay{});
    visitor.tap(SetTextSize{3});
    visitor.tap(SetLook{Look::contrast});
    visitor.tap(GoBack{});
    visitor.tap(OpenSection{"signs"});
    CHECK(visitor.state().language == "ar");
    CHECK(visitor.state().text_size == 3);
    CHECK(visitor.state().look == Look::contrast);
    visitor.wait(80s);
    CHECK(visitor.state() == State{});
}

TEST_CASE("Hide stands in the same place on every screen of a language") {
    const auto content = test::real_content();
    for (const char* language : {"en", "ar"}) {
        std::optional<ui::Rect> place;
        for (const ui::Scene& scene : ui::scenes(*content)) {
            if (!scene.has_hide() || scene.emergency) continue;
            const auto kiosk = ui::stage(content, scene, {language}, {}, test::typesetter());
            for (const ui::Node& node : kiosk->outline()) {
                if (node.event != Event(Hide{})) continue;
                CHECK(place.value_or(node.rect) == node.rect);
                place = node.rect;
            }
        }
        CHECK(place.has_value());
    }
}
