#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <vector>

using sample::problems_with;

TEST_CASE("a tab of the strip shows the number to call or the one to text") {
    const auto tabs = [](const std::string& strip) {
        const auto loaded = sample::parse(
            {.content = sample::with("[crisis]", strip), .site = {}, .translations = {}});
        REQUIRE(loaded.content);
        return loaded.content->strip;
    };
    using Tabs = std::vector<content::StripTab>;
    CHECK(tabs("[crisis]") == Tabs{{"crisis", false, "Crisis line", "Crisis line"}});
    CHECK(tabs("[{line: crisis, show: text}]") ==
          Tabs{{"crisis", true, "Crisis line", "Crisis line"}});
    CHECK(tabs("[{line: crisis, label: In crisis, short: Crisis}]") ==
          Tabs{{"crisis", false, "In crisis", "Crisis"}});
    CHECK(sample::problems({.content = sample::with("[crisis]", "[{line: crisis, show: text}]",
                                                    sample::with("    text: {to: \"741741\", word: "
                                                                 "HOME}\n",
                                                                 "")),
                            .site = {},
                            .translations = {}}) ==
          R"(content.yaml:16:30: error: "crisis" has no number to text
   16 | strip: [{line: crisis, show: text}]
      |                              ^~~~
      = write "show: call", or add "text: ..." to the help line
)");
}

TEST_CASE("the strip has one to five different help lines, all for everyone") {
    CHECK(problems_with("strip: [crisis]", "strip: []") ==
          R"(content.yaml:17:8: error: "strip" is empty
   17 | strip: []
      |        ^
      = write at least one item
)");
    CHECK(problems_with("strip: [crisis]", "strip: [crisi]") ==
          R"(content.yaml:17:9: error: there is no help line "crisi"
   17 | strip: [crisi]
      |         ^~~~~
      = write "crisis"
)");
    CHECK(problems_with("strip: [crisis]", "strip: [crisis, crisis]") ==
          R"(content.yaml:17:17: error: "crisis" is listed twice
   17 | strip: [crisis, crisis]
      |                 ^~~~~~
      = remove one of the two
)");
    CHECK(problems_with("strip: [crisis]", "strip: [crisis, a, b, c, d, e]")
              .starts_with("content.yaml:17:8: error: \"strip\" has 6 items, but at most 5 fit\n"));
    CHECK(problems_with("    need:", "    audience: staff\n    need:") ==
          R"(content.yaml:18:9: error: "crisis" is for staff, but this is for everyone
   18 | strip: [crisis]
      |         ^~~~~~
      = write the id of a help line for everyone instead
)");
}
