// Mistakes that make a file invalid YAML: each is reported at its line, and its advice helps.
#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <functional>
#include <sstream>
#include <vector>

using sample::problems_with;

namespace {

std::vector<content::Problem> problems_of(const std::string& text) {
    return sample::parse({.content = text, .site = {}, .translations = {}}).problems;
}

std::vector<int> lines_of(const std::vector<content::Problem>& problems) {
    std::vector<int> lines;
    for (const auto& problem : problems) lines.push_back(problem.line);
    return lines;
}

// A way to write the title of the sample, and what the message advises.
struct BadTitle {
    const char* written;
    const char* message;
    const char* suggestion;
    const char* corrected; // by following the suggestion
};

constexpr const char* use_quotes = R"(put the whole text in "quotes")";

} // namespace

TEST_CASE("each mistake in a value is named, and a file that follows the advice is valid") {
    const std::vector<BadTitle> titles{
        {R"("Say "hi" to us")", "the text ends at this \", but more follows",
         R"(write "Say \"hi\" to us")", R"("Say \"hi\" to us")"},
        {R"("Hi" means hello)", "the text ends at this \", but more follows",
         R"(write '"Hi" means hello')", R"('"Hi" means hello')"},
        {R"("Hi" isn't hello)", "the text ends at this \", but more follows",
         R"(write '"Hi" isn''t hello')", R"('"Hi" isn''t hello')"},
        {R"("A \"b\" and "c"")", "the text ends at this \", but more follows",
         R"(write "A \"b\" and \"c\"")", R"("A \"b\" and \"c\"")"},
        {"'St. Mary's'", "the text ends at this ', but more follows", R"(write "St. Mary's")",
         R"("St. Mary's")"},
        {"'It's me", "the text ends at this ', but more follows", R"(write "It's me")",
         R"("It's me")"},
        {"'St. Mary's \"A\"'", "the text ends at this ', but more follows",
         R"(write 'St. Mary''s "A"')", R"('St. Mary''s "A"')"},
        {R"("What it is)", "this quote is never closed", "close it at the end of the text",
         R"("What it is")"},
        {"'What it is", "this quote is never closed", "close it at the end of the text",
         "'What it is'"},
        {R"(What it is")", "this quote is never opened", "write a \" at the start of the text, too",
         R"("What it is")"},
        {R"(“What it is")", "this quote is never opened",
         "write \" instead of “ at the start of the text", R"("What it is")"},
        {"{Talk} to us", "a text without quotes cannot start with {", use_quotes,
         R"("{Talk} to us")"},
        {"[Talk] to us", "a text without quotes cannot start with [", use_quotes,
         R"("[Talk] to us")"},
        {R"({Talk} to "us")", "a text without quotes cannot start with {",
         "put the whole text in 'single quotes'", R"('{Talk} to "us"')"},
        {"{What it is", "a \"{\" has no \"}\"",
         R"(write } at its end; or put a text that starts with { in "quotes")", R"("{What it is")"},
        {"> 5 people", "a text without quotes cannot start with >", use_quotes, R"("> 5 people")"},
        {">5", "a text without quotes cannot start with >", use_quotes, R"(">5")"},
        {"| or", "a text without quotes cannot start with |", use_quotes, R"("| or")"},
        {"& more", "a text without quotes cannot start with &", use_quotes, R"("& more")"},
        {"&more", "a text without quotes cannot start with &", use_quotes, R"("&more")"},
        {"* star", "a text without quotes cannot start with *", use_quotes, R"("* star")"},
        {"*star", "a text without quotes cannot start with *", use_quotes, R"("*star")"},
        {"! look", "a text without quotes cannot start with !", use_quotes, R"("! look")"},
        {"!look", "a text without quotes cannot start with !", use_quotes, R"("!look")"},
        {"% of all", "a text without quotes cannot start with %", use_quotes, R"("% of all")"},
        {"@home", "a text without quotes cannot start with @", use_quotes, R"("@home")"},
        {"`tick", "a text without quotes cannot start with `", use_quotes, R"("`tick")"},
        {"- dash", "a text without quotes cannot start with -", use_quotes, R"("- dash")"},
        {"? who", "a text without quotes cannot start with ?", use_quotes, R"("? who")"},
        {", or", "a text without quotes cannot start with ,", use_quotes, R"(", or")"},
        {"] it", "a text without quotes cannot start with ]", use_quotes, R"("] it")"},
        {"What: it is", "a colon is not allowed in a text without quotes", use_quotes,
         R"("What: it is")"},
        {"What it is:", "a colon is not allowed in a text without quotes", use_quotes,
         R"("What it is:")"},
        {"#1 question", "this is ignored: # starts a comment",
         R"(put the whole text in "quotes"; for a comment, write a space after #)",
         R"("#1 question")"},
        {R"("a\qb")", "unknown character after the backslash", R"(write \\ for a backslash)",
         R"("a\\qb")"},
        {R"("a\xzz")", R"(\x, \u and \U need digits)", R"(write \\ for a backslash)",
         R"("a\\xzz")"},
    };
    for (const BadTitle& title : titles) {
        CAPTURE(title.written);
        const auto with_title = [](const std::string& value) {
            return sample::with("title: What it is", "title: " + value);
        };
        const auto problems = problems_of(with_title(title.written));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().line == 24);
        CHECK(problems.front().message == title.message);
        CHECK(problems.front().suggestion == title.suggestion);
        CHECK(problems_of(with_title(title.corrected)).empty());
    }
}

TEST_CASE("a long text with quotes inside gets advice in words") {
    const std::string sixty(60, 'a');
    const auto suggestion = [](const std::string& value) {
        const auto problems =
            problems_of(sample::with("lead: It is never your fault.", "lead: " + value));
        REQUIRE(problems.size() == 1);
        return problems.front().suggestion;
    };
    CHECK(suggestion('"' + sixty + " \"hi\" " + sixty + '"') ==
          R"(write \" for each quote inside the text, and one " at its end)");
    CHECK(suggestion("'" + sixty + "'s " + sixty + "'") ==
          R"(put the whole text in "double quotes")");
    CHECK(suggestion("\"hi\" " + sixty + ' ' + sixty) ==
          "put the whole text in 'single quotes', and write '' for each ' inside");
}

TEST_CASE("a colon that is missing or wrong is reported at its line") {
    const std::string old_text = "title: What it is";
    CHECK(problems_with(old_text, "title What it is") ==
          R"(content.yaml:24:5: error: a colon is missing after "title"
   24 |     title What it is
      |     ^~~~~
      = write a colon and a space after "title"; or 6 spaces before it if it is part of the text above
)");
    CHECK(problems_with(old_text, "title = What it is") ==
          R"(content.yaml:24:5: error: a colon is missing after "title"
   24 |     title = What it is
      |     ^~~~~
      = write a colon after "title" instead of =; or 6 spaces before it if it is part of the text above
)");
    CHECK(problems_with(old_text, "title:What it is") ==
          R"(content.yaml:24:10: error: a space is missing after the colon
   24 |     title:What it is
      |          ^
      = write a space after "title:"
)");
    CHECK(problems_with(old_text, "title：What it is") ==
          R"(content.yaml:24:10: error: ： is not the colon of the keyboard
   24 |     title：What it is
      |          ^~
      = write : and a space instead
)");
    CHECK(problems_with("sections:", "sections") ==
          R"(content.yaml:22:1: error: a colon is missing after "sections"
   22 | sections
      | ^~~~~~~~
      = write a colon after "sections"
)");
    CHECK(problems_with("need: Crisis line", "need \"Crisis: line\"") ==
          R"(content.yaml:7:5: error: a colon is missing after "need"
    7 |     need "Crisis: line"
      |     ^~~~
      = write a colon and a space after "need"; or 6 spaces before it if it is part of the text above
)");
    CHECK(problems_with("on: 2026", "on:2026") ==
          R"(content.yaml:16:18: error: a space is missing after the colon
   16 |     verified: {on:2026-09-14, source: its own page}
      |                  ^
      = write "on:" and a space
)");
    CHECK(problems_with("- text: There", "- text:There") ==
          R"(content.yaml:28:9: error: a block must be keys with values, not text
   28 |       - text:There are two kinds.
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~
      = write "text:" and a space
)");
    CHECK(problems_with("Sample School\n  place: lobby", "Sample School\n    place:lobby") ==
          R"(content.yaml:3:10: error: a space is missing after the colon
    3 |     place:lobby
      |          ^
      = write "place:" and a space, below the other keys; or put the whole text in "quotes"
)");
}

TEST_CASE("what is wrong inside of braces is reported at its line") {
    const std::string old_text = "{to: \"741741\", word: HOME}";
    const auto message = [&](const std::string& written) {
        const auto problems = problems_of(sample::with(old_text, written));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().line == 9);
        return problems.front().message + " = " + problems.front().suggestion;
    };
    CHECK(message("{to: \"741741\" word: HOME}") ==
          R"(a comma is missing before "word" = write a comma before it; or put a text with a )"
          R"(colon in "quotes")");
    CHECK(message("{to: \"741741\", word: HOME]") ==
          R"("]" does not close "{" = write } here; or put a text with brackets in "quotes")");
    CHECK(message("{to: \"741741\", word: HOME}}") == "this } closes nothing = delete it");
    CHECK(message("to: \"741741\", word: HOME}") ==
          R"(a "}" has no "{" = write the { that is missing before it)");
    CHECK(message("{to: \"741741, word: HOME}") ==
          "this quote is never closed = close it at the end of the text");
    CHECK(message("{to: \"741741\", word: \"Say \"HOME\"\"}") ==
          R"(the text ends at this ", but more follows = write "Say \"HOME\"")");
    CHECK(message("{to: \"741741\", word: HOME #5}") ==
          R"(this is ignored: # starts a comment = put the text with # in "quotes"; move a )"
          "comment behind the last bracket");
    CHECK(message("{to: \"741741\", word: HOME, now}") ==
          R"("now" has no colon and no value = if it is part of the text before the comma, put )"
          R"(that text in "quotes")");
}

TEST_CASE("a text that seems to continue after # is reported on whichever of its lines") {
    const auto problems = [](const std::string& lead) {
        return problems_with("lead: It is never your fault.", "lead: " + lead);
    };
    CHECK(problems("It is never\n      your fault #5 or 6.") ==
          R"(content.yaml:27:18: error: this is ignored: # starts a comment
   27 |       your fault #5 or 6.
      |                  ^~~~~~~~
      = put the whole text in "quotes"; for a comment, write a space after #
)");
    CHECK(problems("It is #5\n      never your fault.") ==
          R"(content.yaml:26:17: error: this is ignored: # starts a comment
   26 |     lead: It is #5
      |                 ^~
      = put the whole text in "quotes"; move a comment to a line above the text
)");
    CHECK(problems("It is # 5 of 6.") ==
          R"(content.yaml:26:17: warning: this is ignored: # starts a comment
   26 |     lead: It is # 5 of 6.
      |                 ^~~~~~~~~
      = put the whole text in "quotes"; move a comment to a line of its own
)");
    CHECK(problems("It is never\n      your fault # in this room.") ==
          R"(content.yaml:27:18: warning: this is ignored: # starts a comment
   27 |       your fault # in this room.
      |                  ^~~~~~~~~~~~~~~
      = put the whole text in "quotes"; move a comment to a line of its own
)");
    CHECK(problems("It is never your fault. # a comment") == "");
    CHECK(problems("\"It is #5\n      and # 6.\"  #7") == "");
}

TEST_CASE("the marks of a merge are one problem, and the first version is checked") {
    CHECK(problems_with("  school: Sample School\n  place: lobby\n",
                        "<<<<<<< ours\n  school: A\n  place: loby\n||||||| base\n"
                        "  school: B\n=======\n  school: C\n>>>>>>> theirs\n") ==
          R"(content.yaml:2:1: error: lines 2 to 9 are two versions of the same part
    2 | <<<<<<< ours
      | ^~~~~~~
      = keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>
content.yaml:4:10: error: "place" cannot be "loby"
    4 |   place: loby
      |          ^~~~
      = write "lobby"
)");
    CHECK(problems_with("home:", ">>>>>>> theirs\nhome:") ==
          R"(content.yaml:18:1: error: this line is left over from a merge of two versions
   18 | >>>>>>> theirs
      | ^~~~~~~
      = delete this line
)");
}

TEST_CASE("a tab before text is named, also before a dash") {
    CHECK(problems_with("  - id: what", "\t- id: what") ==
          "content.yaml:23:1: error: a tab is not allowed before text\n"
          "   23 | \t- id: what\n"
          "      | ^\n"
          "      = delete everything before it, and write 2 spaces\n");
    CHECK(problems_with("    title: What", "\t\ttitle: What") ==
          "content.yaml:24:1: error: a tab is not allowed before text\n"
          "   24 | \t\ttitle: What it is\n"
          "      | ^\n"
          "      = delete everything before it, and write 4 spaces\n");
}

TEST_CASE("the line with the wrong indentation is reported, not the line below it") {
    const auto problem = [](const char* old_text, const char* new_text) {
        const auto problems = problems_of(sample::with(old_text, new_text));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().message.starts_with("this line is not aligned with those "));
        return std::to_string(problems.front().line) + ": " + problems.front().suggestion;
    };
    // The first line of a block is wrong, and the parser stumbles over the second.
    CHECK(problem("  - id: what", "   - id: what") == "23: write 2 spaces before it");
    CHECK(problem("  - id: what", " - id: what") == "23: write 2 spaces before it");
    CHECK(problem("  headline:", "   headline:") == "19: write 2 spaces before it");
    CHECK(problem("  headline:", " headline:") == "19: write 2 spaces before it");
    CHECK(problem("    title:", "     title:") == "24: write 4 spaces before it");
    CHECK(problem("    title:", "   title:") == "24: write 4 spaces before it");
    CHECK(problem("    cost:", "      cost:") == "13: write 4 spaces before it");
    CHECK(problem("strip:", " strip:") == "17: delete the spaces before it");
}

TEST_CASE("a mistake in the site file or in a translation is reported at its line") {
    CHECK(sample::problems({.content = sample::content,
                            .site = "school:Another School\nplace: nurse\n",
                            .translations = {}}) ==
          R"(site.yaml:1:7: error: a space is missing after the colon
    1 | school:Another School
      |       ^
      = write a space after "school:"
)");
    sample::Files files;
    files.content = sample::with("place: lobby", "place: lobby\n  languages: [en, es]");
    files.translations["es"] =
        sample::with("{en: Free., es: Gratis.}", "{en: Free., es: \"Gra\"tis.\"}", sample::spanish);
    CHECK(sample::problems(files) ==
          R"(es.yaml:12:25: error: the text ends at this ", but more follows
   12 |   - {en: Free., es: "Gra"tis."}
      |                         ^
      = write "Gra\"tis."
)");
}

namespace {

// A mistake made at a text of the sample, in any file with the same line numbers.
struct Replacement {
    const char* old_text;
    const char* new_text;
    int line;
};

using TenReplacements = std::array<Replacement, 10>;

} // namespace

TEST_CASE("ten different mistakes in a file are ten problems, each on its line") {
    const std::vector<TenReplacements> sets{
        {{{"place: lobby", "place: loby", 3},
          {"name: Crisis Lifeline", "name: \"Crisis \"Life\" line\"", 6},
          {"need: Crisis", "need:Crisis", 7},
          {"call: \"988\"", "call: \"9888888\"", 8},
          {"word: HOME}", "word: HOME", 9},
          {"remember: R", "remember R", 10},
          {"cost: Free.", "cost: > free", 13},
          {"    languages:", "\tlanguages:", 14},
          {"icon: help_outline", "icon: hlp_outline", 25},
          {"lead: It", "lead: 'It", 26}}},
        {{{"school: Sample", "school: Sample:", 2},
          {"- id: crisis", "- id：crisis", 5},
          {"name: Crisis", "nam: Crisis", 6},
          {"need: Crisis line", "need: 'St. Mary's'", 7},
          {"answers: A", "answers: {A} ", 11},
          {"    hours:", "     hours:", 12},
          {"reports: Private", "reports: @Private", 15},
          {"2026-09-14", "2026-19-14", 16},
          {"line: Quiet", "line = Quiet", 20},
          {"text: There are", "text: Room #5 has", 28}}},
        {{{"place: lobby", "place lobby", 3},
          {"call: \"988\"", "call: \"988", 8},
          {"{to: \"741741\", word", "{to: \"741741\" word", 9},
          {"hours: Day", "hours: *Day", 12},
          {"cost: Free.", "cost:", 13},
          {"strip: [crisis]", "strip: [crisi]", 17},
          {"home:", "home", 18},
          {"  privacy:", "   privacy:", 21},
          {"title: What it is", "title: \"\\qWhat\"", 24},
          {"blocks:", "bloks:", 27}}},
        {{{"site:", "site", 1},
          {"school: Sample School", "school: \"Sample\" School", 2},
          {"  - id: crisis", "  -id: crisis", 5},
          {"name: Crisis", "name: | Crisis", 6},
          {"call: \"988\"", "call: %988", 8},
          {"remember: R", "remember: - R", 10},
          {"source: its own page}", "source: page #5}", 16},
          {"headline: You deserve", "headline: You: deserve", 19},
          {"    icon:", "   icon:", 25},
          {"- text: There", "- txt: There", 28}}},
    };
    for (const TenReplacements& mistakes : sets) {
        std::string text = sample::content;
        std::vector<int> expected;
        for (const Replacement& mistake : mistakes) {
            text = sample::with(mistake.old_text, mistake.new_text, text);
            expected.push_back(mistake.line);
        }
        const auto problems = problems_of(text);
        std::string printed;
        for (const auto& problem : problems) printed += to_string(problem);
        CAPTURE(printed);
        CHECK(lines_of(problems) == expected);
    }
}

TEST_CASE("a file in which every line has a mistake gets at most 100 problems of syntax") {
    std::string text = "site:\n";
    for (int i = 0; i < 5000; ++i) text += "  key" + std::to_string(i) + " \"x\n";
    CHECK(problems_of(text).size() < 200);
}
