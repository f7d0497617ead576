#include "content/closest_match.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string_view>

using content::closest_match;

TEST_CASE("the word that was meant") {
    constexpr std::array<std::string_view, 5> known{"title", "icon", "text", "to", "help_outline"};
    CHECK(closest_match("tittle", known) == "title"); // one too many
    CHECK(closest_match("titel", known) == "title");  // swapped
    CHECK(closest_match("ico", known) == "icon");     // one too few
    CHECK(closest_match("tixt", known) == "text");    // another
    CHECK(closest_match("helpoutlin", known) == "help_outline");
    CHECK(closest_match("title", known) == "title");
}

TEST_CASE("no word is near") {
    constexpr std::array<std::string_view, 3> known{"title", "icon", "to"};
    CHECK_FALSE(closest_match("wombat", known).has_value());
    CHECK_FALSE(closest_match("", known).has_value());
    CHECK_FALSE(closest_match("x", known).has_value());
    CHECK_FALSE(closest_match("icon", {}).has_value());
}
