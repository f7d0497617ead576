#include "content/icon.hpp"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("an icon is found by its published name") {
    CHECK(content::icon_code_point("help_outline") == char32_t{0xE8FD});
    CHECK(content::icon_code_point("work") == char32_t{0xE8F9});              // the last one
    CHECK(content::icon_code_point("accessibility_new") == char32_t{0xE92C}); // the first one
    CHECK_FALSE(content::icon_code_point("Help_outline").has_value());
    CHECK_FALSE(content::icon_code_point("help").has_value());
    CHECK_FALSE(content::icon_code_point("").has_value());
}

TEST_CASE("every icon name has a different code point") {
    const auto names = content::icon_names();
    CHECK(names.size() > 120);
    CHECK(std::ranges::is_sorted(names));
    std::vector<char32_t> icons;
    for (const auto name : names) icons.push_back(content::icon_code_point(name).value());
    std::ranges::sort(icons);
    CHECK(std::ranges::adjacent_find(icons) == icons.end());
}
