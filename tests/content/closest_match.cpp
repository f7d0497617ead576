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

TEST_CASE("a word of another meaning is no misspelling, however short it is") {
    constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (const std::string_view other : {"lunes", "mar", "mie", "dom", "day", "mon-fri", "all"})
        CHECK_FALSE(closest_match(other, days).has_value());
    constexpr std::array<std::string_view, 4> degrees{"0", "90", "180", "270"};
    for (const std::string_view other : {"45", "1", "9", "00", "280"})
        CHECK_FALSE(closest_match(other, degrees).has_value());
    constexpr std::array<std::string_view, 8> keys{"id",   "name",     "label", "call",
                                                   "cost", "remember", "to",    "on"};
    for (const std::string_view other : {"note", "number", "phone", "no", "it", "ok"})
        CHECK_FALSE(closest_match(other, keys).has_value());
}

TEST_CASE("of two words that are equally similar, none is suggested") {
    constexpr std::array<std::string_view, 3> known{"left", "lift", "stairs"};
    CHECK_FALSE(closest_match("loft", known).has_value());
    CHECK(closest_match("lefts", known) == "left");
}

TEST_CASE("a word in other case matches, and is the best match") {
    constexpr std::array<std::string_view, 3> known{"lobby", "nurse", "Nurses"};
    CHECK(closest_match("NURSE", known) == "nurse");
    CHECK(closest_match("Lobby", known) == "lobby");
}
