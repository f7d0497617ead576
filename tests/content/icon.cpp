#include "content/icon.hpp"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("an icon is found by its published name") {
    CHECK(content::icon("help_outline") == char32_t{0xE8FD});
    CHECK(content::icon("work") == char32_t{0xE8F9});              // the last one
    CHECK(content::icon("accessibility_new") == char32_t{0xE92C}); // the first one
    CHECK_FALSE(content::icon("Help_outline").has_value());
    CHECK_FALSE(content::icon("help").has_value());
    CHECK_FALSE(content::icon("").has_value());
}

TEST_CASE("every name leads to an icon of its own") {
    const auto names = content::icon_names();
    CHECK(names.size() > 120);
    CHECK(std::ranges::is_sorted(names));
    std::vector<char32_t> icons;
    for (const auto name : names) icons.push_back(content::icon(name).value());
    std::ranges::sort(icons);
    CHECK(std::ranges::adjacent_find(icons) == icons.end());
}
