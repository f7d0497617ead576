#include "ui/corners.hpp"

#include "support/panels.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace std::chrono_literals;

namespace {

struct Place {
    double across, down; // shares of the screen
};
constexpr Place top_left{0, 0}, top_right{1, 0}, bottom_right{1, 1}, bottom_left{0, 1}, middle{0.5, 0.5};

// Whether the last of these touches is recognised, and none before it. `inwards`: millimetres of the interface
// from the corner.
bool opens(const std::vector<Place>& touches, session::Instant between = 500ms, double inwards = 5,
           const ui::Panel& panel = {}) {
    const ui::Theme theme(panel, session::Look::paper, 1);
    ui::Corners corners;
    session::Instant now{1'000'000};
    for (const Place& place : touches) {
        const double in = theme.px(inwards);
        const auto at = [in](double share, int length) {
            return share == 0.5 ? length / 2.0 : share == 0 ? in : length - 1 - in;
        };
        const bool last = &place == &touches.back();
        const bool opened =
            corners.touched(at(place.across, panel.width_px), at(place.down, panel.height_px), theme, now);
        if (opened || last) return opened && last;
        now += between;
    }
    return false;
}

} // namespace

TEST_CASE("the four corners, clockwise from the top left, on every panel") {
    for (const ui::Panel& panel : test::panels) {
        CHECK(opens({top_left, top_right, bottom_right, bottom_left}, 500ms, 0, panel));
        CHECK(opens({top_left, top_right, bottom_right, bottom_left}, 500ms, 19, panel));
        CHECK_FALSE(opens({top_left, top_right, bottom_right, bottom_left}, 500ms, 21, panel));
    }
}

TEST_CASE("in any other order they are touches like others") {
    CHECK_FALSE(opens({top_left, bottom_left, bottom_right, top_right}));
    CHECK_FALSE(opens({top_right, bottom_right, bottom_left, top_left}));
    CHECK_FALSE(opens({bottom_left, bottom_right, top_right, top_left}));
    CHECK_FALSE(opens({top_left, top_right, bottom_left, bottom_right}));
    CHECK_FALSE(opens({top_left, top_left, top_left, top_left}));
    CHECK_FALSE(opens({top_left, top_right, bottom_right}));
}

TEST_CASE("a touch between them spoils it") {
    CHECK_FALSE(opens({top_left, top_right, middle, bottom_right, bottom_left}));
    CHECK_FALSE(opens({top_left, top_right, top_right, bottom_right, bottom_left}));
    CHECK_FALSE(opens({top_left, top_right, bottom_right, middle, bottom_left}));
}

TEST_CASE("it may begin again at any time") {
    CHECK(opens({middle, top_left, top_right, bottom_right, bottom_left}));
    CHECK(opens({top_left, top_right, top_left, top_right, bottom_right, bottom_left}));
    CHECK(opens({top_left, top_left, top_right, bottom_right, bottom_left}));
}

TEST_CASE("four seconds are enough, more are too many") {
    CHECK(opens({top_left, top_right, bottom_right, bottom_left}, 1333ms));
    CHECK_FALSE(opens({top_left, top_right, bottom_right, bottom_left}, 1334ms));
}

TEST_CASE("the gesture does not go on from where it ended") {
    CHECK_FALSE(opens({top_left, top_right, bottom_right, bottom_left, bottom_left}));
    const ui::Theme theme({}, session::Look::paper, 1);
    ui::Corners corners;
    CHECK_FALSE(corners.touched(0, 1919, theme, 1000s));
}
