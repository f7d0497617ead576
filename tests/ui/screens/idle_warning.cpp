#include "preview/offscreen_canvas.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <array>

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
    const double radius = theme.px(27.5); // the center of its stroke
    const auto has_arc = [&](double dx, double dy) {
        return canvas.pixel(static_cast<int>(x + dx * radius), static_cast<int>(y + dy * radius)) ==
               theme.palette().accent;
    };
    return {has_arc(1, 0), has_arc(0, 1), has_arc(-1, 0), has_arc(-0.1, -1)};
}

} // namespace

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
