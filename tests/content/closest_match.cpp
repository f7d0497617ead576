#include "content/closest_match.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string_view>

using content::closest_match;

TEST_CASE("a misspelled word matches the most similar known word") {
    constexpr std::array<std::string_view, 5> known{"title", "icon", "text", "to", "help_outline"};
    CHECK(closest_match("tittle", known) == "title"); // one letter too many
    CHECK(closest_match("titel", known) == "title");  // two letters swapped
    CHECK(closest_match("ico", known) == "icon");     // one letter too few
    CHECK(closest_match("tixt", known) == "text");    // one wrong letter
    CHECK(closest_match("helpoutlin", known) == "help_outline");
    CHECK(closest_match("title", known) == "title");
}

TEST_CASE("a word that is similar to no known word has no match") {
    constexpr std::array<std::string_view, 3> known{"title", "icon", "to"};
    CHECK_FALSE(closest_match("wombat", known).has_value());
    CHECK_FALSE(closest_match("", known).has_value());
    CHECK_FALSE(closest_match("x", known).has_value());
    CHECK_FALSE(closest_match("icon", {}).has_value());
}
