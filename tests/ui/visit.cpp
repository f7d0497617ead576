// Visits by touch, with the shipped content.
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace session;
using namespace std::chrono_literals;
using test::TestVisitor;

TEST_CASE("a tap on a card opens its section, and Home returns to the home screen") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    CHECK(visitor.state().section == "signs");
    visitor.tap(GoHome{});
    CHECK(visitor.state() == State{});
}

TEST_CASE("a card looks pressed while a finger is on it, until the finger slides off") {
    TestVisitor visitor;
    const auto idle_hash = visitor.kiosk.frame_hash();
    visitor.press(OpenSection{"signs"});
    CHECK(visitor.kiosk.frame_hash() != idle_hash);
    visitor.move(5, 5);
    CHECK(visitor.kiosk.frame_hash() == idle_hash);
    visitor.up(5, 5);
    CHECK(visitor.state() == State{});
    CHECK(visitor.kiosk.frame_hash() == idle_hash);
}

TEST_CASE("a finger that moves more than three millimeters presses nothing") {
    TestVisitor visitor;
    const render::Rect card = visitor.find_target(OpenSection{"signs"}).rect;
    const double x = card.x + 20, y = card.y + 20;
    visitor.down(x, y);
    visitor.move(x + visitor.kiosk.theme().px(2.9), y);
    visitor.up(x + visitor.kiosk.theme().px(2.9), y);
    CHECK(visitor.state().section == "signs");
    visitor.tap(GoHome{});
    visitor.down(x, y);
    visitor.move(x + visitor.kiosk.theme().px(3.1), y);
    visitor.move(x, y);
    visitor.up(x, y);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a stuck touch on the home screen is canceled after 60 seconds and presses nothing when "
          "it ends") {
    TestVisitor visitor;
    visitor.press(OpenSection{"signs"});
    visitor.advance(59s);
    CHECK_FALSE(visitor.kiosk.is_idle());
    visitor.advance(1s);
    CHECK(visitor.kiosk.is_idle());
    const render::Rect card = visitor.find_target(OpenSection{"signs"}).rect;
    visitor.up(card.x + 20, card.y + 20);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a stuck touch with small movements does not keep the visit open") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.down(500, 900);
    const auto move_slightly = [&](int seconds) {
        for (int second = 0; second < seconds; ++second) {
            visitor.advance(1s);
            visitor.move(500, 900 - 30 * (second % 2));
        }
    };
    move_slightly(118); // until it is canceled, it counts as a finger
    CHECK_FALSE(visitor.state().warned_at);
    CHECK(visitor.state().section == "signs");
    move_slightly(12);
    CHECK(visitor.state().warned_at);
    move_slightly(10);
    CHECK(visitor.state() == State{});
}

TEST_CASE("fast taps without a pause between them all count") {
    TestVisitor visitor;
    for (int i = 0; i < 20; ++i) {
        visitor.tap(OpenSection{"signs"});
        REQUIRE(visitor.state().section == "signs");
        visitor.tap(GoHome{});
        REQUIRE(visitor.state().section.empty());
    }
}

TEST_CASE("the first touch after the end of a visit has an effect") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.advance(80s);
    CHECK(visitor.state() == State{});
    visitor.tap(OpenSection{"start"});
    CHECK(visitor.state().section == "start");
}

TEST_CASE(
    "a touch after the end of a visit acts on the home screen, not on the page that was shown") {
    TestVisitor visitor;
    const render::Rect card = visitor.find_target(OpenSection{"start"}).rect;
    visitor.tap(OpenSection{"signs"});
    visitor.advance_while_blocked(10min); // the computer was suspended
    visitor.tap(card.x + card.w / 2, card.y + card.h / 2);
    CHECK(visitor.state().section == "start");
}

TEST_CASE("a finger that was down when the visit ended presses nothing when it lifts") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.press(TearOff{"crisis"});
    visitor.advance(80s);
    REQUIRE(visitor.state() == State{});
    const render::Rect tab = visitor.find_target(TearOff{"crisis"}).rect;
    visitor.up(tab.x + tab.w / 2, tab.y + tab.h / 2);
    CHECK(visitor.state() == State{});
}

TEST_CASE("Hide shows the cover when pressed, sliding off cancels it, and lifting ends the visit") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    const auto page_hash = visitor.kiosk.frame_hash();
    const render::Rect hide = visitor.find_target(Hide{}).rect;
    visitor.down(hide.x + 10, hide.y + 10);
    CHECK(visitor.state().is_hide_pressed);
    CHECK(visitor.kiosk.outline().size() == 1); // only Hide, nothing of the page
    visitor.move(hide.x - 200, hide.y - 200);
    CHECK_FALSE(visitor.state().is_hide_pressed);
    CHECK(visitor.kiosk.frame_hash() == page_hash);
    visitor.move(hide.x + 10, hide.y + 10);
    visitor.up(hide.x - 200, hide.y - 200);
    CHECK(visitor.state().section == "signs");
    visitor.tap(Hide{});
    CHECK(visitor.state().is_covered);
    visitor.tap(50, 50);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a drag that stays on Hide still hides") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    const render::Rect hide = visitor.find_target(Hide{}).rect;
    visitor.down(hide.x + 10, hide.y + 10);
    visitor.move(hide.right() - 10, hide.bottom() - 10);
    CHECK(visitor.state().is_hide_pressed);
    visitor.up(hide.right() - 10, hide.bottom() - 10);
    CHECK(visitor.state().is_covered);
}

TEST_CASE("Hide works on every screen and clears the state" * doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const preview::Screen& screen : preview::content_screens(*content)) {
        if (!screen.has_hide_button()) continue;
        CAPTURE(screen.name);
        TestVisitor visitor({}, content);
        const auto kiosk = preview::open_screen(content, screen, {"es", ColorScheme::dark, 3, 1},
                                                {}, test::typesetter());
        const ui::OutlineNode* hide = nullptr;
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.event == Event(Hide{})) hide = &node;
        REQUIRE(hide != nullptr);
        const double x = hide->rect.x + 9, y = hide->rect.y + 9;
        kiosk->handle_touch({ui::TouchPhase::down, x, y}, preview::preview_time());
        kiosk->handle_touch({ui::TouchPhase::up, x, y}, preview::preview_time());
        State cover_state;
        cover_state.is_covered = true;
        CHECK(kiosk->state() == cover_state);
    }
}

TEST_CASE("any touch while Are you still here? is shown continues the visit on the same page") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    const State before = visitor.state();
    for (const auto& [x, y] :
         {std::pair{540.0, 400.0}, std::pair{20.0, 20.0}, std::pair{1000.0, 1600.0}}) {
        visitor.advance(61s);
        REQUIRE(visitor.state().warned_at.has_value());
        CHECK_FALSE(visitor.has_target(GoBack{}));
        visitor.tap(x, y);
        State after = visitor.state();
        after.last_touch_at = before.last_touch_at;
        CHECK(after == before);
    }
    for (const Event& tool : {Event(GoHome{}), Event(OpenDisplaySettings{})}) {
        visitor.advance(61s);
        visitor.tap(tool); // buttons of the bar, too, only continue the visit
        State after = visitor.state();
        after.last_touch_at = before.last_touch_at;
        CHECK(after == before);
    }
    visitor.advance(61s);
    visitor.tap(EndVisit{});
    CHECK(visitor.state() == State{});
}

TEST_CASE("the countdown is redrawn once a second and at no other time") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.advance(60s);
    for (int second = 0; second < 19; ++second) {
        const auto frame_hash = visitor.kiosk.frame_hash();
        const auto due = visitor.kiosk.next_deadline();
        REQUIRE(due.has_value());
        CHECK(*due - visitor.now <= 1s);
        visitor.advance(*due - visitor.now - 1ms);
        CHECK(visitor.kiosk.frame_hash() == frame_hash);
        visitor.advance(1ms);
        CHECK(visitor.kiosk.frame_hash() != frame_hash);
    }
}

TEST_CASE("on the idle home screen the next deadline is the next pixel shift") {
    TestVisitor visitor;
    const base::Instant next_shift_at = visitor.now + 3min;
    CHECK(visitor.kiosk.next_deadline() == next_shift_at);
    visitor.tap(30, 900);
    CHECK(visitor.kiosk.next_deadline() == next_shift_at);
}

TEST_CASE(
    "a page follows the finger and keeps moving, and a touch stops it without pressing anything") {
    TestVisitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"signs"});
    REQUIRE(visitor.kiosk.max_scroll_mm() > 20);
    const render::Rect view = visitor.kiosk.scroll_area();
    const double x = view.x + view.w / 2;
    double y = view.bottom() - 20;
    visitor.down(x, y);
    for (int i = 0; i < 8; ++i) {
        visitor.now += 10ms;
        y -= 30;
        visitor.move(x, y);
    }
    const double dragged_mm = top_scroll_mm(visitor.state());
    CHECK(visitor.kiosk.theme().px(dragged_mm) == doctest::Approx(8 * 30).epsilon(0.25));
    visitor.up(x, y);
    visitor.advance(100ms);
    const double running_mm = top_scroll_mm(visitor.state());
    CHECK(running_mm > dragged_mm);
    visitor.tap(x, view.y + view.h / 2);
    const double stopped_mm = top_scroll_mm(visitor.state());
    visitor.advance(2s);
    CHECK(top_scroll_mm(visitor.state()) == stopped_mm);
    CHECK_FALSE(visitor.state().slip.has_value());
}

TEST_CASE("More scrolls to the end of a page, and Up scrolls back to its top") {
    TestVisitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"signs"});
    const auto page_button = [&](bool is_down) -> std::optional<ScrollTo> {
        for (const ui::OutlineNode& node : visitor.kiosk.outline()) {
            const auto* to = node.event ? std::get_if<ScrollTo>(&*node.event) : nullptr;
            if (to != nullptr && (to->mm > top_scroll_mm(visitor.state())) == is_down) return *to;
        }
        return std::nullopt;
    };
    int step_count = 0;
    for (auto more = page_button(true); more && step_count < 50;
         more = page_button(true), ++step_count)
        visitor.tap(*more);
    CHECK(step_count > 0);
    CHECK(top_scroll_mm(visitor.state()) == doctest::Approx(visitor.kiosk.max_scroll_mm()));
    for (auto up = page_button(false); up && step_count < 100;
         up = page_button(false), ++step_count)
        visitor.tap(*up);
    CHECK(top_scroll_mm(visitor.state()) == 0);
}

TEST_CASE("a slip opens within 300 ms, or at once if motion is off") {
    TestVisitor visitor;
    visitor.tap(TearOff{"crisis"});
    CHECK(visitor.kiosk.next_deadline().value() <= visitor.now + 20ms);
    CHECK_FALSE(visitor.has_target(ShowContact{true}));
    const base::Instant torn_at = visitor.state().slip->torn_at;
    while (!visitor.has_target(GoBack{}) && visitor.now < torn_at + 2s) visitor.advance(5ms);
    CHECK(visitor.now - torn_at <= 300ms);

    auto content_without_motion = std::make_shared<content::Content>(*test::real_content());
    content_without_motion->site.motion = false;
    TestVisitor visitor_without_motion({}, content_without_motion);
    visitor_without_motion.tap(TearOff{"crisis"});
    CHECK(visitor_without_motion.has_target(ShowContact{true}));
}

TEST_CASE("a language, a text size and a color scheme last until the end of the visit") {
    TestVisitor visitor;
    visitor.tap(OpenLanguagePicker{});
    visitor.tap(SelectLanguage{"ar"});
    visitor.tap(OpenDisplaySettings{});
    visitor.tap(SetTextSize{3});
    visitor.tap(SetColorScheme{ColorScheme::high_contrast});
    visitor.tap(GoBack{});
    visitor.tap(OpenSection{"signs"});
    CHECK(visitor.state().language == "ar");
    CHECK(visitor.state().text_size == 3);
    CHECK(visitor.state().color_scheme == ColorScheme::high_contrast);
    visitor.advance(80s);
    CHECK(visitor.state() == State{});
}

TEST_CASE("Hide is in the same place on every screen of a language" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const char* language : {"en", "ar"}) {
        std::optional<render::Rect> hide_rect;
        for (const preview::Screen& screen : preview::content_screens(*content)) {
            if (!screen.has_hide_button() || screen.is_emergency) continue;
            const auto kiosk =
                preview::open_screen(content, screen, {language}, {}, test::typesetter());
            for (const ui::OutlineNode& node : kiosk->outline()) {
                if (node.event != Event(Hide{})) continue;
                CHECK(hide_rect.value_or(node.rect) == node.rect);
                hide_rect = node.rect;
            }
        }
        CHECK(hide_rect.has_value());
    }
}

TEST_CASE("everything that can be touched looks pressed while a finger is on it" *
          doctest::test_suite("sweep")) {
    for (const char* name : {"home", "section/help", "section/signs", "slip/hotline"}) {
        const auto content = test::real_content();
        for (const ui::Panel& panel :
             {ui::Panel{1080, 1920, 24, {}}, ui::Panel{1280, 800, 10.1, {}}}) {
            const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, name),
                                                    {}, panel, test::typesetter());
            const ui::Outline outline = kiosk->outline();
            for (const ui::OutlineNode& node : outline) {
                if (!node.event || node.visible_rect().h < node.rect.h - 1) continue;
                CAPTURE(name);
                CAPTURE(node.text);
                const double x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;
                const auto idle_hash = kiosk->frame_hash();
                kiosk->handle_touch({ui::TouchPhase::down, x, y}, preview::preview_time());
                CHECK(kiosk->frame_hash() != idle_hash);
                kiosk->handle_touch({ui::TouchPhase::move, 1, 1}, preview::preview_time());
                kiosk->handle_touch({ui::TouchPhase::up, 1, 1}, preview::preview_time());
            }
        }
    }
}

TEST_CASE("a tap beside a slip closes it, and a tap or a drag on its paper does not") {
    TestVisitor visitor;
    visitor.tap(TearOff{"crisis"});
    visitor.advance(1s);
    const double middle_x = visitor.kiosk.theme().panel().width_px / 2.0;
    visitor.tap(middle_x, 800);
    CHECK(visitor.state().slip.has_value());
    visitor.down(5, 300);
    visitor.move(5, 500);
    visitor.up(5, 500);
    CHECK(visitor.state().slip.has_value());
    visitor.tap(5, 300);
    CHECK(visitor.state() == State{});
}

TEST_CASE("a tab that is torn off keeps its digits while it grows into its slip") {
    TestVisitor visitor;
    visitor.tap(TearOff{"crisis"});
    const auto shows_digits = [&] {
        return std::ranges::any_of(visitor.kiosk.outline(), [](const ui::OutlineNode& node) {
            return node.role == ui::Role::digits && node.text == "988";
        });
    };
    for (int ms = 0; ms < 320; ms += 20) {
        CAPTURE(ms);
        CHECK(shows_digits());
        visitor.advance(20ms);
    }
}
