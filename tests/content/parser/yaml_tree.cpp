#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using sample::problems;
using sample::problems_with;

TEST_CASE("the sample content has no problems") {
    CHECK(problems({}) == "");
    CHECK(sample::parse({}).content != nullptr);
}

TEST_CASE("an unknown key is reported with the most similar known key") {
    CHECK(problems_with("title: What", "tittle: What") ==
          R"(content.yaml:24:5: error: unknown key "tittle"
   24 |     tittle: What it is
      |     ^~~~~~
      = write "title"
)");
}

TEST_CASE("an unknown key without a similar known key is reported with the keys that are left") {
    CHECK(problems_with("blocks:", "color: red\n    blocks:") ==
          R"(content.yaml:27:5: error: unknown key "color"
   27 |     color: red
      |     ^~~~~
      = choose from: audience, subtitle, prominent, tabs; or remove it
)");
}

TEST_CASE("a repeated key is reported with both lines") {
    CHECK(problems_with("    icon: help", "    title: Again\n    icon: help") ==
          R"(content.yaml:25:5: error: "title" is already on line 24
   25 |     title: Again
      |     ^~~~~
      = keep one of the two
)");
}

TEST_CASE("a missing key is an error") {
    CHECK(problems_with("    reports: Private, with limits.\n", "") ==
          R"(content.yaml:5:5: error: "reports" is missing
    5 |   - id: crisis
      |     ^
      = add "reports: ..."
)");
}

TEST_CASE("a key that is a list is an error") {
    CHECK(problems_with("title: What", "? [a, b]\n    : c\n    title: What") ==
          R"(content.yaml:24:7: error: a key must be text
   24 |     ? [a, b]
      |       ^
)");
}

TEST_CASE("all problems of a file are reported together") {
    CHECK(problems_with("title: What it is\n    icon: help_outline\n    lead: It",
                        "title:\n    icon: hotl\n    led: It") ==
          R"(content.yaml:24:5: error: "title" is empty
   24 |     title:
      |     ^~~~~
      = write text
content.yaml:25:11: error: unknown icon "hotl"
   25 |     icon: hotl
      |           ^~~~
      = write "hotel"
content.yaml:26:5: error: unknown key "led"
   26 |     led: It is never your fault.
      |     ^~~
      = write "lead"
)");
}

TEST_CASE("a colon in a text without quotes is an error") {
    CHECK(problems_with("title: What it", "title: What: it") ==
          R"(content.yaml:24:16: error: a colon is not allowed in a text without quotes
   24 |     title: What: it is
      |                ^
      = put the whole text in "quotes"
)");
}

TEST_CASE("a line with the wrong indentation is an error") {
    CHECK(problems_with("    title: What", "   title: What") ==
          R"(content.yaml:24:4: error: this line is not aligned with those above
   24 |    title: What it is
      |    ^
      = write 4 spaces before it
)");
}

TEST_CASE("a tab before a key is an error") {
    CHECK(problems_with("title: What", "\ttitle: What") ==
          "content.yaml:24:5: error: a tab is not allowed before text\n"
          "   24 |     \ttitle: What it is\n"
          "      |     ^\n"
          "      = delete everything before it, and write 4 spaces\n");
}

TEST_CASE("a quote that is closed only by the next quote is reported where it is opened") {
    CHECK(
        problems_with(
            "title: What it is\n    icon: help_outline\n    lead: It is never your fault.",
            "title: \"What it is\n    icon: help_outline\n    lead: \"It is never your fault.\"") ==
        R"(content.yaml:24:12: error: this quote is never closed
   24 |     title: "What it is
      |            ^
      = close it at the end of the text
)");
}

TEST_CASE("a quote that is never closed is reported where it is opened") {
    CHECK(problems_with("lead: It", "lead: 'It") ==
          R"(content.yaml:26:11: error: this quote is never closed
   26 |     lead: 'It is never your fault.
      |           ^
      = close it at the end of the text
)");
}

TEST_CASE("a quoted text may continue on the next line") {
    CHECK(problems_with("lead: It is never your fault.",
                        "lead: \"It is\n      never your fault.\"") == "");
}

TEST_CASE("a bracket or brace that is not closed is an error") {
    CHECK(problems_with("strip: [crisis]", "strip: [crisis") ==
          R"(content.yaml:17:8: error: a "[" has no "]"
   17 | strip: [crisis
      |        ^
      = write ] at its end; or put a text that starts with [ in "quotes"
)");
    CHECK(problems_with("word: HOME}", "word: HOME") ==
          R"(content.yaml:9:11: error: a "{" has no "}"
    9 |     text: {to: "741741", word: HOME
      |           ^
      = write } at its end; or put a text that starts with { in "quotes"
)");
}

TEST_CASE("a text that starts with a YAML indicator is an error") {
    CHECK(problems_with("title: What it is", "title: @home") ==
          R"(content.yaml:24:12: error: a text without quotes cannot start with @
   24 |     title: @home
      |            ^
      = put the whole text in "quotes"
)");
    CHECK(problems_with("title: What it is", "title: *star* it is") ==
          R"(content.yaml:24:12: error: a text without quotes cannot start with *
   24 |     title: *star* it is
      |            ^
      = put the whole text in "quotes"
)");
    CHECK(problems_with("title: What it is", "title: !!str it is") ==
          R"(content.yaml:24:12: error: a text without quotes cannot start with !
   24 |     title: !!str it is
      |            ^
      = put the whole text in "quotes"
)");
}

TEST_CASE("an unknown escape sequence is an error") {
    CHECK(problems_with("title: What it is", "title: \"\\q\"") ==
          R"(content.yaml:24:15: error: unknown character after the backslash
   24 |     title: "\q"
      |               ^
      = write \\ for a backslash
)");
}

TEST_CASE("an anchor or alias is one error, and its value is not reported as well") {
    CHECK(problems_with("title: What it is\n    icon: help_outline",
                        "title: &name What it is\n    icon: *name") ==
          R"(content.yaml:24:12: error: a text without quotes cannot start with &
   24 |     title: &name What it is
      |            ^
      = put the whole text in "quotes"
content.yaml:25:11: error: a text without quotes cannot start with *
   25 |     icon: *name
      |           ^
      = put the whole text in "quotes"
)");
}

TEST_CASE("a second document in a file is an error") {
    CHECK(problems_with("sections:", "---\nsections:") ==
          R"(content.yaml:22:1: error: a second document starts here
   22 | ---
      | ^~~
      = delete this line
)");
}

TEST_CASE("an empty file, a file of comments and a file of text are errors") {
    const auto only = [](const char* text) {
        return problems({.content = text, .site = {}, .translations = {}});
    };
    CHECK(only("") == R"(content.yaml:1:1: error: the file is empty
    1 | 
      | ^
      = write keys with values
)");
    CHECK(only("# nothing\n") == R"(content.yaml:1:1: error: the file is empty
    1 | # nothing
      | ^
      = write keys with values
)");
    CHECK(only("Dear student,\n") ==
          R"(content.yaml:1:1: error: the file must be keys with values, not text
    1 | Dear student,
      | ^~~~~~~~~~~~~
      = write keys with values
)");
}

TEST_CASE("Windows line endings, a byte order mark and a comment do not change the problems") {
    std::string text =
        "\xEF\xBB\xBF# as Notepad saves it\n" + sample::with("title: What", "tittle: What");
    for (auto offset = text.find('\n'); offset != std::string::npos;
         offset = text.find('\n', offset + 2))
        text.replace(offset, 1, "\r\n");
    CHECK(problems({.content = text, .site = {}, .translations = {}}) ==
          R"(content.yaml:25:5: error: unknown key "tittle"
   25 |     tittle: What it is
      |     ^~~~~~
      = write "title"
)");
}

TEST_CASE("a text becomes one line, however it is wrapped") {
    const auto lead = [](const char* written) {
        const auto loaded =
            sample::parse({.content = sample::with("lead: It is never your fault.", written),
                           .site = {},
                           .translations = {}});
        REQUIRE(loaded.content);
        return loaded.content->sections.front().lead;
    };
    CHECK(lead("lead: >\n      It is never\n      your fault.\n") == "It is never your fault.");
    CHECK(lead("lead: |\n      It is never\n      your fault.\n") == "It is never your fault.");
    CHECK(lead("lead: It is never\n      your fault.") == "It is never your fault.");
    CHECK(lead("lead: \"  It is  never your\\tfault. \"") == "It is never your fault.");
}

TEST_CASE("a text that seems to continue after # is an error") {
    CHECK(problems_with("Sample School", "Lincoln School #12") ==
          R"(content.yaml:2:26: error: this is ignored: # starts a comment
    2 |   school: Lincoln School #12
      |                          ^~~
      = put the whole text in "quotes"; for a comment, write a space after #
)");
    CHECK(problems_with("Sample School", "\"Lincoln School #12\"") == "");
    CHECK(problems_with("Sample School", "Lincoln School#12") == "");
    CHECK(problems_with("Sample School", "Lincoln School # ours") == "");
}
