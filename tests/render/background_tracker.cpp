#include "render/background_tracker.hpp"

#include <doctest/doctest.h>

using render::BackgroundTracker;
using render::Rect;

namespace {

constexpr render::Color cream{255, 245, 220, 255}, dark_blue{20, 30, 40, 255},
    translucent{255, 245, 220, 128};
constexpr Rect everywhere{0, 0, 1000, 1000};

} // namespace

TEST_CASE("a background is uniform only inside of a rectangle filled with its color") {
    BackgroundTracker backgrounds;
    CHECK_FALSE(backgrounds.is_uniform({10, 10, 20, 20}, cream));
    backgrounds.fill({0, 0, 100, 100}, 0, 0, cream, everywhere);
    CHECK(backgrounds.is_uniform({10, 10, 20, 20}, cream));
    CHECK(backgrounds.is_uniform({0, 0, 100, 100}, cream));
    CHECK_FALSE(backgrounds.is_uniform({10, 10, 20, 20}, dark_blue));
    CHECK_FALSE(backgrounds.is_uniform({90, 10, 20, 20}, cream));
    CHECK_FALSE(backgrounds.is_uniform({10, 90, 20, 20}, cream));
}

TEST_CASE("corners, the outline and clipped parts are not uniform") {
    BackgroundTracker backgrounds;
    backgrounds.fill({0, 0, 100, 100}, 10, 2, cream, {0, 0, 100, 80});
    CHECK(backgrounds.is_uniform({2, 10, 96, 60},
                                 cream)); // between the corners, from the left to the right outline
    CHECK(backgrounds.is_uniform({10, 2, 80, 70},
                                 cream)); // between the corners, from the top outline down
    CHECK_FALSE(backgrounds.is_uniform({2, 2, 20, 20}, cream));
    CHECK_FALSE(backgrounds.is_uniform({1, 20, 20, 20}, cream));
    CHECK_FALSE(backgrounds.is_uniform({20, 70, 20, 20}, cream));
}

TEST_CASE("a shape drawn later changes the background") {
    BackgroundTracker backgrounds;
    backgrounds.fill({0, 0, 100, 100}, 0, 0, cream, everywhere);
    SUBCASE("a rectangle of another color") {
        backgrounds.fill({20, 20, 10, 10}, 0, 0, dark_blue, everywhere);
        CHECK(backgrounds.is_uniform({20, 20, 10, 10}, dark_blue));
    }
    SUBCASE("a translucent rectangle") {
        backgrounds.fill({20, 20, 10, 10}, 0, 0, translucent, everywhere);
        CHECK_FALSE(backgrounds.is_uniform({20, 20, 10, 10}, translucent));
    }
    SUBCASE("an area with unknown colors") {
        backgrounds.invalidate({20, 20, 10, 10});
    }
    CHECK_FALSE(backgrounds.is_uniform({15, 15, 10, 10}, cream)); // overlaps it partly
    CHECK_FALSE(backgrounds.is_uniform({20, 20, 10, 10}, cream));
    CHECK(backgrounds.is_uniform({40, 40, 10, 10}, cream));
    CHECK(backgrounds.is_uniform({30, 20, 10, 10}, cream)); // next to it
}
