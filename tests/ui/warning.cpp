#include "platform/offscreen.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace session;

namespace {

// Whether the ring has its colour at the right, the bottom, the left, and nearly at the top, in this order.
std::array<bool, 4> filled(test::Visitor& visitor) {
    const ui::Theme& theme = visitor.kiosk.theme();
    platform::Offscreen picture(theme.panel().width_px, theme.panel().height_px);
    picture.paint(visitor.kiosk);
    const ui::Node* number = nullptr; // in the middle of the ring
    for (const ui::Node& node : visitor.kiosk.outline())
        if (node.role == ui::Role::digits) number = &node;
    REQUIRE(number != nullptr);
    const double x = number->rect.x + number->rect.w / 2, y = number->rect.y + number->rect.h / 2;
    const double radius = theme.px(27.5); // the middle of its stroke
    const auto has_arc = [&](double across, double down) {
        return picture.at(static_cast<int>(x + across * radius), static_cast<int>(y + down * radius)) ==
               theme.colours().accent;
    };
    return {has_arc(1, 0), has_arc(0, 1), has_arc(-1, 0), has_arc(-0.1, -1)};
}

} // namespace

TEST_CASE("the ring around the countdown is whole at first, and runs out against the clock") {
    test::Visitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.wait(std::chrono::seconds{60});
    CHECK(filled(visitor) == std::array{true, true, true, true});
    visitor.wait(std::chrono::seconds{3});
    CHECK(filled(visitor) == std::array{true, true, true, false});
    visitor.wait(std::chrono::seconds{4});
    CHECK(filled(visitor) == std::array{true, true, false, false});
    visitor.wait(std::chrono::seconds{6});
    CHECK(filled(visitor) == std::array{true, false, false, false});
    visitor.wait(std::chrono::seconds{4});
    CHECK(filled(visitor) == std::array{false, false, false, false});
}
