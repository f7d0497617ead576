#include "ui/corner_gesture.hpp"

#include "support/panels.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace std::chrono_literals;

namespace {

struct TouchPoint {
    double x_fraction; // of the width of the screen
    double y_fraction; // of its height
};
constexpr TouchPoint top_left{0, 0}, top_right{1, 0}, bottom_right{1, 1}, bottom_left{0, 1},
    middle{0.5, 0.5};

// Returns whether the gesture is recognized at the last of these touches, and at none before it.
// Touches are `inset_mm` millimeters of the interface from the edges of the screen.
bool is_recognized(const std::vector<TouchPoint>& touches, base::Duration interval = 500ms,
                   double inset_mm = 5, const ui::Panel& panel = {}) {
    const ui::Theme theme(panel, session::ColorScheme::light, 1);
    ui::CornerGesture gesture;
    base::Instant now{base::Duration{1'000'000}};
    for (const TouchPoint& touch : touches) {
        const double inset_px = theme.px(inset_mm);
        const auto at = [inset_px](double fraction, int length_px) {
            return fraction == 0.5 ? length_px / 2.0
                   : fraction == 0 ? inset_px
                                   : length_px - 1 - inset_px;
        };
        const bool is_last = &touch == &touches.back();
        const bool is_opened =
            gesture.handle_touch_down(at(touch.x_fraction, panel.width_px),
                                      at(touch.y_fraction, panel.height_px), theme, now);
        if (is_opened || is_last) return is_opened && is_last;
        now += interval;
    }
    return false;
}

} // namespace

TEST_CASE("touching the four corners clockwise from the top left is recognized on every panel") {
    for (const ui::Panel& panel : test::panels) {
        CHECK(is_recognized({top_left, top_right, bottom_right, bottom_left}, 500ms, 0, panel));
        CHECK(is_recognized({top_left, top_right, bottom_right, bottom_left}, 500ms, 19, panel));
        CHECK_FALSE(
            is_recognized({top_left, top_right, bottom_right, bottom_left}, 500ms, 21, panel));
    }
}

TEST_CASE("touching the corners in any other order is not recognized") {
    CHECK_FALSE(is_recognized({top_left, bottom_left, bottom_right, top_right}));
    CHECK_FALSE(is_recognized({top_right, bottom_right, bottom_left, top_left}));
    CHECK_FALSE(is_recognized({bottom_left, bottom_right, top_right, top_left}));
    CHECK_FALSE(is_recognized({top_left, top_right, bottom_left, bottom_right}));
    CHECK_FALSE(is_recognized({top_left, top_left, top_left, top_left}));
    CHECK_FALSE(is_recognized({top_left, top_right, bottom_right}));
}

TEST_CASE("a touch elsewhere between the corners cancels the gesture") {
    CHECK_FALSE(is_recognized({top_left, top_right, middle, bottom_right, bottom_left}));
    CHECK_FALSE(is_recognized({top_left, top_right, top_right, bottom_right, bottom_left}));
    CHECK_FALSE(is_recognized({top_left, top_right, bottom_right, middle, bottom_left}));
}

TEST_CASE("the gesture may start again at any time") {
    CHECK(is_recognized({middle, top_left, top_right, bottom_right, bottom_left}));
    CHECK(is_recognized({top_left, top_right, top_left, top_right, bottom_right, bottom_left}));
    CHECK(is_recognized({top_left, top_left, top_right, bottom_right, bottom_left}));
}

TEST_CASE("the gesture may take four seconds and no longer") {
    CHECK(is_recognized({top_left, top_right, bottom_right, bottom_left}, 1333ms));
    CHECK_FALSE(is_recognized({top_left, top_right, bottom_right, bottom_left}, 1334ms));
}

TEST_CASE("a completed gesture must start again from the first corner") {
    CHECK_FALSE(is_recognized({top_left, top_right, bottom_right, bottom_left, bottom_left}));
    const ui::Theme theme({}, session::ColorScheme::light, 1);
    ui::CornerGesture gesture;
    CHECK_FALSE(gesture.handle_touch_down(0, 1919, theme, base::Instant{1000s}));
}
