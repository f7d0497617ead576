#include "render/background_tracker.hpp"

#include <doctest/doctest.h>

using render::BackgroundTracker;
using render::Rect;

namespace {

constexpr render::Color cream{255, 245, 220, 255}, dark_blue{20, 30, 40, 255}, translucent{255, 245, 220, 128};
constexpr Rect everywhere{0, 0, 1000, 1000};

} // namespace

TEST_CASE("a ground is known where one colour was laid, and nowhere else") {
    BackgroundTracker backgrounds;
    CHECK_FALSE(backgrounds.is_uniform({10, 10, 20, 20}, cream));
    backgrounds.fill({0, 0, 100, 100}, 0, 0, cream, everywhere);
    CHECK(backgrounds.is_uniform({10, 10, 20, 20}, cream));
    CHECK(backgrounds.is_uniform({0, 0, 100, 100}, cream));
    CHECK_FALSE(backgrounds.is_uniform({10, 10, 20, 20}, dark_blue));
    CHECK_FALSE(backgrounds.is_uniform({90, 10, 20, 20}, cream));
    CHECK_FALSE(backgrounds.is_uniform({10, 90, 20, 20}, cream));
}

TEST_CASE("corners, an edge and what is cut off are not the ground") {
    BackgroundTracker backgrounds;
    backgrounds.fill({0, 0, 100, 100}, 10, 2, cream, {0, 0, 100, 80});
    CHECK(backgrounds.is_uniform({2, 10, 96, 60}, cream)); // between the corners, from side to side
    CHECK(backgrounds.is_uniform({10, 2, 80, 70}, cream)); // and from the top
    CHECK_FALSE(backgrounds.is_uniform({2, 2, 20, 20}, cream));
    CHECK_FALSE(backgrounds.is_uniform({1, 20, 20, 20}, cream));
    CHECK_FALSE(backgrounds.is_uniform({20, 70, 20, 20}, cream));
}

TEST_CASE("what is drawn later counts") {
    BackgroundTracker backgrounds;
    backgrounds.fill({0, 0, 100, 100}, 0, 0, cream, everywhere);
    SUBCASE("another colour") {
        backgrounds.fill({20, 20, 10, 10}, 0, 0, dark_blue, everywhere);
        CHECK(backgrounds.is_uniform({20, 20, 10, 10}, dark_blue));
    }
    SUBCASE("a veil, through which one sees") {
        backgrounds.fill({20, 20, 10, 10}, 0, 0, translucent, everywhere);
        CHECK_FALSE(backgrounds.is_uniform({20, 20, 10, 10}, translucent));
    }
    SUBCASE("anything") {
        backgrounds.invalidate({20, 20, 10, 10});
    }
    CHECK_FALSE(backgrounds.is_uniform({15, 15, 10, 10}, cream)); // partly
    CHECK_FALSE(backgrounds.is_uniform({20, 20, 10, 10}, cream));
    CHECK(backgrounds.is_uniform({40, 40, 10, 10}, cream));
    CHECK(backgrounds.is_uniform({30, 20, 10, 10}, cream)); // beside it
}
