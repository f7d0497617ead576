#include "content/nearest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string_view>

using content::nearest;

TEST_CASE("the word that was meant") {
    constexpr std::array<std::string_view, 5> known{"title", "icon", "text", "to", "help_outline"};
    CHECK(nearest("tittle", known) == "title"); // one too many
    CHECK(nearest("titel", known) == "title");  // swapped
    CHECK(nearest("ico", known) == "icon");     // one too few
    CHECK(nearest("tixt", known) == "text");    // another
    CHECK(nearest("helpoutlin", known) == "help_outline");
    CHECK(nearest("title", known) == "title");
}

TEST_CASE("no word is near") {
    constexpr std::array<std::string_view, 3> known{"title", "icon", "to"};
    CHECK_FALSE(nearest("wombat", known).has_value());
    CHECK_FALSE(nearest("", known).has_value());
    CHECK_FALSE(nearest("x", known).has_value());
    CHECK_FALSE(nearest("icon", {}).has_value());
}
