#include "ui/grounds.hpp"

#include <doctest/doctest.h>

using ui::Colour;
using ui::Grounds;
using ui::Rect;

namespace {

constexpr Colour paper{255, 245, 220, 255}, ink{20, 30, 40, 255}, veil{255, 245, 220, 128};
constexpr Rect everywhere{0, 0, 1000, 1000};

} // namespace

TEST_CASE("a ground is known where one colour was laid, and nowhere else") {
    Grounds grounds;
    CHECK_FALSE(grounds.is_all({10, 10, 20, 20}, paper));
    grounds.lay({0, 0, 100, 100}, 0, 0, paper, everywhere);
    CHECK(grounds.is_all({10, 10, 20, 20}, paper));
    CHECK(grounds.is_all({0, 0, 100, 100}, paper));
    CHECK_FALSE(grounds.is_all({10, 10, 20, 20}, ink));
    CHECK_FALSE(grounds.is_all({90, 10, 20, 20}, paper));
    CHECK_FALSE(grounds.is_all({10, 90, 20, 20}, paper));
}

TEST_CASE("corners, an edge and what is cut off are not the ground") {
    Grounds grounds;
    grounds.lay({0, 0, 100, 100}, 10, 2, paper, {0, 0, 100, 80});
    CHECK(grounds.is_all({2, 10, 96, 60}, paper)); // between the corners, from side to side
    CHECK(grounds.is_all({10, 2, 80, 70}, paper)); // and from the top
    CHECK_FALSE(grounds.is_all({2, 2, 20, 20}, paper));
    CHECK_FALSE(grounds.is_all({1, 20, 20, 20}, paper));
    CHECK_FALSE(grounds.is_all({20, 70, 20, 20}, paper));
}

TEST_CASE("what is drawn later counts") {
    Grounds grounds;
    grounds.lay({0, 0, 100, 100}, 0, 0, paper, everywhere);
    SUBCASE("another colour") {
        grounds.lay({20, 20, 10, 10}, 0, 0, ink, everywhere);
        CHECK(grounds.is_all({20, 20, 10, 10}, ink));
    }
    SUBCASE("a veil, through which one sees") {
        grounds.lay({20, 20, 10, 10}, 0, 0, veil, everywhere);
        CHECK_FALSE(grounds.is_all({20, 20, 10, 10}, veil));
    }
    SUBCASE("anything") {
        grounds.spoil({20, 20, 10, 10});
    }
    CHECK_FALSE(grounds.is_all({15, 15, 10, 10}, paper)); // partly
    CHECK_FALSE(grounds.is_all({20, 20, 10, 10}, paper));
    CHECK(grounds.is_all({40, 40, 10, 10}, paper));
    CHECK(grounds.is_all({30, 20, 10, 10}, paper)); // beside it
}
