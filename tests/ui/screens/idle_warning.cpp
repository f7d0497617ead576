#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace session;

namespace {

// Returns whether the ring is filled at the right, the bottom, the left, and just left of the top.
std::array<bool, 4> filled_quarters(test::TestVisitor& visitor) {
    const ui::Theme& theme = visitor.kiosk.theme();
    preview::OffscreenCanvas canvas(theme.panel().width_px, theme.panel().height_px);
    canvas.draw(visitor.kiosk);
    const ui::OutlineNode* digits_node = nullptr; // in the center of the ring
    for (const ui::OutlineNode& node : visitor.kiosk.outline())
        if (node.role == ui::Role::digits) digits_node = &node;
    REQUIRE(digits_node != nullptr);
    const double x = digits_node->rect.x + digits_node->rect.w / 2,
                 y = digits_node->rect.y + digits_node->rect.h / 2;
    const double radius = theme.px(26.7); // the center of its stroke
    const auto has_arc = [&](double dx, double dy) {
        return canvas.pixel(static_cast<int>(x + dx * radius), static_cast<int>(y + dy * radius)) ==
               theme.palette().accent;
    };
    return {has_arc(1, 0), has_arc(0, 1), has_arc(-1, 0), has_arc(-0.2, -0.98)};
}

// Returns every state in which a visit can be, with the question shown on it.
std::vector<State> question_states(const content::Content& content) {
    const State question = preview::find_screen(content, "idle-warning")->state;
    std::vector<State> states;
    for (const preview::Screen& screen : preview::visitor_screens(content)) {
        if (!screen.has_hide_button() || screen.is_emergency) continue;
        State state = screen.state;
        state.warned_at = question.warned_at;
        states.push_back(state);
        state.is_display_settings_open = true;
        states.push_back(state);
    }
    return states;
}

std::unique_ptr<ui::Kiosk> open_question(const State& state, const preview::ViewOptions& options,
                                         const ui::Panel& panel) {
    return preview::open_screen(test::real_content(), {"question", state}, options, panel,
                                test::typesetter());
}

bool has_text(const ui::Kiosk& kiosk, const std::string& text) {
    return std::ranges::any_of(kiosk.outline(),
                               [&](const ui::OutlineNode& node) { return node.text == text; });
}

} // namespace

TEST_CASE("the question looks the same on every page, so that nothing of the page is shown" *
          doctest::test_suite("sweep")) {
    const std::vector<State> states = question_states(*test::real_content());
    for (const ui::Panel& panel : {test::panels[1], test::panels[2], test::panels[9]}) {
        for (const preview::ViewOptions& options :
             {preview::ViewOptions{"en"}, preview::ViewOptions{"ar", ColorScheme::dark, 4}}) {
            CAPTURE(panel.inches);
            CAPTURE(options.language);
            std::optional<std::uint64_t> first_hash;
            for (const State& state : states) {
                CAPTURE(state.section);
                CAPTURE(static_cast<int>(top_layer(state)));
                const auto kiosk = open_question(state, options, panel);
                const auto hash = kiosk->frame_hash();
                CHECK(first_hash.value_or(hash) == hash);
                first_hash = hash;
            }
        }
    }
}

TEST_CASE("the question shows the clock of the cover wherever there is space for it") {
    const State state = preview::find_screen(*test::real_content(), "idle-warning")->state;
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.width_px);
        CAPTURE(panel.inches);
        const bool is_large = panel.inches > 20;
        const auto kiosk = open_question(state, {"en"}, panel);
        if (is_large) CHECK(has_text(*kiosk, "10:42"));
        CHECK(has_text(*kiosk, "Touch anywhere to go on."));
    }
}

TEST_CASE("on a tall panel, everything of the question that can be touched is in the lower half") {
    const State state = preview::find_screen(*test::real_content(), "idle-warning")->state;
    const ui::Panel panel = test::panels[9];
    const auto kiosk = open_question(state, {"en"}, panel);
    for (const ui::OutlineNode& node : kiosk->outline())
        if (node.event) CHECK(node.rect.y > panel.height_px / 2.0);
}

TEST_CASE("a touch on the strip below the question continues the visit and opens no slip") {
    test::TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.advance(std::chrono::seconds{61});
    REQUIRE(visitor.state().warned_at);
    const auto tab = std::ranges::find_if(visitor.kiosk.outline(), [](const ui::OutlineNode& node) {
        return node.event && std::holds_alternative<TearOff>(*node.event);
    });
    REQUIRE(tab != visitor.kiosk.outline().end());
    visitor.tap(tab->rect.x + tab->rect.w / 2, tab->rect.y + tab->rect.h / 2);
    CHECK_FALSE(visitor.state().warned_at);
    CHECK(visitor.state().section == "signs");
    CHECK_FALSE(visitor.state().slip);
}

TEST_CASE("the ring around the countdown is full at first and empties counterclockwise") {
    test::TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.advance(std::chrono::seconds{60});
    CHECK(filled_quarters(visitor) == std::array{true, true, true, true});
    visitor.advance(std::chrono::seconds{3});
    CHECK(filled_quarters(visitor) == std::array{true, true, true, false});
    visitor.advance(std::chrono::seconds{4});
    CHECK(filled_quarters(visitor) == std::array{true, true, false, false});
    visitor.advance(std::chrono::seconds{6});
    CHECK(filled_quarters(visitor) == std::array{true, false, false, false});
    visitor.advance(std::chrono::seconds{4});
    CHECK(filled_quarters(visitor) == std::array{false, false, false, false});
}
