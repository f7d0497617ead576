#include "content/yaml_edit.hpp"

#include <doctest/doctest.h>

namespace {

using content::YamlKeyEdit;

std::string edited(const std::string& text, const std::vector<YamlKeyEdit>& edits) {
    std::vector<content::Problem> problems;
    const auto result = content::edit_yaml_keys({"site.yaml", text}, edits, problems);
    if (result) return *result;
    std::string all;
    for (const content::Problem& problem : problems) all += content::to_string(problem);
    return all;
}

} // namespace

TEST_CASE("an edit replaces only the lines of the key and keeps its comment") {
    const std::string before = R"(# Lincoln's lobby
school:  "Lincoln: High"   # the # sign is fine
place: lobby

# measured by Bob
panel: 24
staff_pin: "4711"
)";
    CHECK(edited(before, {}) == before);
    CHECK(edited(before, {{"school", "\"New\""}, {"panel", "32"}}) == R"(# Lincoln's lobby
school: "New"   # the # sign is fine
place: lobby

# measured by Bob
panel: 32
staff_pin: "4711"
)");
}

TEST_CASE("a value on several lines is replaced by one line") {
    CHECK(edited("languages: # at rest first\n  - en\n  - es\n\n# next\nplace: lobby\n",
                 {{"languages", "[en]"}}) ==
          "languages: [en] # at rest first\n\n# next\nplace: lobby\n");
    CHECK(edited("languages:\n- en\n- es\n", {{"languages", "[en]"}}) == "languages: [en]\n");
    CHECK(edited("languages: [en,\n  es]\nplace: lobby", {{"languages", "[en]"}}) ==
          "languages: [en]\nplace: lobby");
    CHECK(edited("place: lobby\nschool: >\n  Lincoln\n  High\n", {{"school", "L"}}) ==
          "place: lobby\nschool: L\n");
}

TEST_CASE("a new key is added after the others") {
    CHECK(edited("", {{"place", "lobby"}}) == "place: lobby\n");
    CHECK(edited("# nothing yet\n", {{"place", "lobby"}}) == "# nothing yet\nplace: lobby\n");
    CHECK(edited("school: L # mine", {{"place", "lobby"}}) == "school: L # mine\nplace: lobby\n");
    CHECK(edited("---\n  school: L\n...\n", {{"place", "lobby"}}) ==
          "---\n  school: L\n  place: lobby\n...\n");
}

TEST_CASE("a removed key is removed with all of its lines") {
    CHECK(edited("school: L\nmounting:\n  bottom: 760\n# end\n", {{"mounting", std::nullopt}}) ==
          "school: L\n# end\n");
    CHECK(edited("school: L\n", {{"mounting", std::nullopt}}) == "school: L\n");
}

TEST_CASE("an edit keeps Windows line endings and the byte order mark") {
    CHECK(edited("\xEF\xBB\xBFschool: L\r\nplace: lobby\r\n", {{"place", "nurse"}}) ==
          "\xEF\xBB\xBFschool: L\r\nplace: nurse\r\n");
}

TEST_CASE("in a file with several kinds of line endings, an edit keeps those of the other lines") {
    const std::string before = "# a\nschool: L\r\n\n# b\rplace: lobby\r\n# a\n\r\npanel: 24\n# c";
    CHECK(edited(before, {{"place", "nurse"}}) ==
          "# a\nschool: L\r\n\n# b\rplace: nurse\r# a\n\r\npanel: 24\n# c");
    CHECK(edited(before, {{"school", "M"}, {"panel", "32"}}) ==
          "# a\nschool: M\n\n# b\rplace: lobby\r\n# a\n\r\npanel: 32\r\n# c");
    CHECK(edited(before, {{"place", std::nullopt}}) ==
          "# a\nschool: L\r\n\n# b\r# a\n\r\npanel: 24\n# c");
    CHECK(edited("school: L\r\nplace: lobby\n", {{"panel", "32"}}) ==
          "school: L\r\nplace: lobby\npanel: 32\n");
}

TEST_CASE("a file that is not a list of keys is an error and is not edited") {
    CHECK(edited("{school: L}\n", {{"place", "lobby"}}) ==
          R"(site.yaml:1:1: error: this is not a list of keys
    1 | {school: L}
      | ^
      = write each key on its own line
)");
    CHECK(edited("school: [L\n", {{"place", "lobby"}}) == R"(site.yaml:1:9: error: a "[" has no "]"
    1 | school: [L
      |         ^
      = write ] at its end; or put a text that starts with [ in "quotes"
)");
}

TEST_CASE("yaml_scalar() adds quotes where they are needed") {
    CHECK(content::yaml_scalar("lobby") == "lobby");
    CHECK(content::yaml_scalar("23.8") == "23.8");
    CHECK(content::yaml_scalar("0") == "0");
    CHECK(content::yaml_scalar("024") == "\"024\"");
    CHECK(content::yaml_scalar("no") == "\"no\"");
    CHECK(content::yaml_scalar("") == "\"\"");
    CHECK(content::yaml_scalar("O'Brien: \"the best\" \\ #1") ==
          R"("O'Brien: \"the best\" \\ #1")");
}

TEST_CASE("a file without a place for a key is not edited") {
    const std::string advice = "= write each key on its own line, without \"---\" and \"...\"\n";
    for (const char* text : {"~\n", "null\n", "# nothing\n---\n# nothing\n...\n", "---\n...\n"}) {
        CAPTURE(text);
        const std::string message = edited(text, {{"place", "lobby"}});
        CHECK(message.find("error: \"place\" cannot be changed in this file\n") !=
              std::string::npos);
        CHECK(message.ends_with(advice));
    }
}

TEST_CASE("a new key after a last line without a line break gets a line of its own") {
    for (const std::string text : {"place: nurse", "place: nurse # here", "school: L\nplace: nurse",
                                   "\xEF\xBB\xBFplace: nurse", "languages:\n  - en",
                                   "languages:\n- en", "place: >\n  nurse", "# nothing yet"}) {
        CAPTURE(text);
        CHECK(edited(text, {{"panel", "24"}}) == text + "\npanel: 24\n");
    }
    CHECK(edited("school: L\r\nplace: nurse", {{"panel", "24"}}) ==
          "school: L\r\nplace: nurse\r\npanel: 24\r\n");
}
