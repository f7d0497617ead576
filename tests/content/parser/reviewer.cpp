#include "content/spanish_sample.hpp"

#include <doctest/doctest.h>

TEST_CASE("a word that stands for nobody is no reviewer, and the translation stays a draft") {
    CHECK(sample::spanish_problems_with("reviewed_by: \"\"", "reviewed_by: none") ==
          R"(es.yaml:5:16: warning: "none" is no name, so the translation is still shown as a draft
    5 |   reviewed_by: none
      |                ^~~~
      = write the name of the person who reviewed it, or ""
)");
    for (const char* nobody : {"None",
                               "NONE",
                               "TBD",
                               "tbd.",
                               "T.B.D",
                               "n/a",
                               "N/A",
                               "na",
                               "-",
                               "--",
                               "?",
                               "???",
                               "nobody",
                               "No one",
                               "pending",
                               "to do",
                               "TODO: ask Ana",
                               "not yet",
                               "Not reviewed yet",
                               "unknown",
                               "no",
                               "false",
                               "yes",
                               "true",
                               "x",
                               "xxx",
                               "Google Translate",
                               "ChatGPT",
                               "DeepL",
                               "machine translation",
                               "AI",
                               "(none)",
                               "[name]",
                               "your name",
                               "ninguno",
                               "nadie",
                               "pendiente",
                               "123",
                               "...",
                               "draft",
                               "me",
                               "to be determined",
                               "n.n.",
                               "TBA"}) {
        CAPTURE(nobody);
        const auto loaded = sample::parse(sample::with_spanish(sample::with(
            "reviewed_by: \"\"", std::string("reviewed_by: \"") + nobody + "\"", sample::spanish)));
        REQUIRE(loaded.content);
        CHECK(loaded.content->translation_or_default("es").is_draft());
        CHECK(loaded.problems.size() == 1);
    }
    for (const char* blank : {" ", "\u00A0", "\u200B", "~"})
        CHECK(sample::spanish_problems_with("reviewed_by: \"\"",
                                            std::string("reviewed_by: \"") + blank + "\"")
                  .find("error") == std::string::npos);
    for (const char* person :
         {"Ana", "A. Reader", "Noah Nolan", "Tobias Dodd", "Machida Aiko", "Xi", "سارة", "မောင်",
          "Nadia", "Ms. None-Smith", "Yes Li", "Dr. No"}) {
        const auto loaded = sample::parse(sample::with_spanish(sample::with(
            "reviewed_by: \"\"", std::string("reviewed_by: ") + person, sample::spanish)));
        REQUIRE(loaded.content);
        CHECK_MESSAGE(loaded.content->translation_or_default("es").reviewed_by == person,
                      std::string(person));
        CHECK(loaded.problems.empty());
    }
}
