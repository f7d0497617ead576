#include "content/sample_content.hpp"

#include <doctest/doctest.h>

namespace {

std::string with_pronunciations(const std::string& list) {
    return sample::content + "pronunciations:\n" + list;
}

std::string pronunciation_problems(const std::string& list) {
    return sample::problems({.content = with_pronunciations(list), .site = {}, .translations = {}});
}

} // namespace

TEST_CASE("pronunciations are parsed, in English unless they name a language") {
    const auto loaded = sample::parse(
        {.content = with_pronunciations("  - {text: LGBTQ+, say: L G B T Q plus}\n"
                                        "  - {language: es, text: LGBTQ+, say: L G B T Q más}\n"),
         .site = {},
         .translations = {}});
    REQUIRE(loaded.content);
    CHECK(loaded.content->pronunciations ==
          std::vector<content::Pronunciation>{{"en", "LGBTQ+", "L G B T Q plus"},
                                              {"es", "LGBTQ+", "L G B T Q más"}});
}

TEST_CASE("content without pronunciations is valid") {
    CHECK(sample::problems({.content = sample::content, .site = {}, .translations = {}}) == "");
}

TEST_CASE("a pronunciation of the same text in the same language is an error") {
    CHECK(pronunciation_problems("  - {text: AI, say: A I}\n  - {text: AI, say: I A}\n") ==
          R"(content.yaml:31:5: error: "AI" is listed twice
   31 |   - {text: AI, say: I A}
      |     ^
      = remove one of the two
)");
}

TEST_CASE("a pronunciation with a number is an error, because it could contradict a help line") {
    CHECK(pronunciation_problems("  - {text: Lifeline, say: call 989}\n") ==
          R"(content.yaml:30:27: error: "say" has a number
   30 |   - {text: Lifeline, say: call 989}
      |                           ^~~~~~~~
      = leave it out: numbers are read digit by digit anyway
)");
    CHECK(pronunciation_problems("  - {text: \"988\", say: help}\n") ==
          R"(content.yaml:30:12: error: "text" has a number
   30 |   - {text: "988", say: help}
      |            ^~~~~
      = leave it out: numbers are read digit by digit anyway
)");
}

TEST_CASE("a pronunciation needs a valid language code and both texts") {
    CHECK(pronunciation_problems("  - {language: Spanish, text: AI, say: A I}\n") ==
          R"(content.yaml:30:16: error: "Spanish" is not a language code
   30 |   - {language: Spanish, text: AI, say: A I}
      |                ^~~~~~~
      = write a code like "en", "es" or "ar"
)");
    CHECK(pronunciation_problems("  - {text: AI}\n") ==
          R"(content.yaml:30:5: error: "say" is missing
   30 |   - {text: AI}
      |     ^
      = add "say: ..."
)");
}
