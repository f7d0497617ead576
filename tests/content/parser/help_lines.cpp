#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using sample::problems_with;

namespace {

// Returns the problems of a help line with another number, whose "remember" does not mention a
// number.
std::string problems_calling(std::string_view written) {
    return sample::problems(
        {.content = sample::with("\"988\"", written, sample::with("9-8-8", "it")),
         .site = {},
         .translations = {}});
}

} // namespace

TEST_CASE("a help line is parsed with all of its keys") {
    const auto loaded = sample::parse(
        {.content = sample::with("remember:", "also: {number: 800-273-8255, note: The older one.}\n"
                                              "    advice: Tell any adult here, or call\n"
                                              "    paper: Need to talk?\n    remember:"),
         .site = {},
         .translations = {}});
    REQUIRE(loaded.content);
    const content::HelpLine& help_line = *loaded.content->find_help_line("crisis");
    CHECK(help_line.name == "Crisis Lifeline");
    CHECK(help_line.need == "Crisis line");
    CHECK(help_line.paper == "Need to talk?");
    CHECK(help_line.call->display_text() == "988");
    CHECK(help_line.text->to.display_text() == "741741");
    CHECK(help_line.text->word == "HOME");
    CHECK(help_line.also->number.display_text() == "1-800-273-8255");
    CHECK(help_line.also->note == "The older one.");
    CHECK(help_line.advice == "Tell any adult here, or call");
    CHECK(help_line.remember == "Remember 9-8-8.");
    CHECK(help_line.answers == "A trained person.");
    CHECK(help_line.hours == "Day and night.");
    CHECK(help_line.cost == "Free.");
    CHECK(help_line.languages == "English.");
    CHECK(help_line.reports == "Private, with limits.");
    CHECK(help_line.audience == content::Audience::everyone);
    using namespace std::chrono_literals;
    CHECK(help_line.verified.on == std::chrono::year_month_day{2026y, std::chrono::September, 14d});
    CHECK(help_line.verified.source == "its own page");
    CHECK(loaded.content->find_help_line("nobody") == nullptr);
}

TEST_CASE("a number without quotes is valid") {
    CHECK(problems_with("call: \"988\"", "call: 988") == "");
    CHECK(problems_calling("414-220-7233") == "");
}

TEST_CASE("a number without quotes that YAML 1.1 parsers read differently is an error") {
    CHECK(problems_with("cost: Free.", "cost: 0111") ==
          R"(content.yaml:13:11: error: 0111 without quotes is a different number in other programs
   13 |     cost: 0111
      |           ^~~~
      = write "0111"
)");
    for (const char* written : {"0x1F", "0o17", "00", "7_4_1", "12:30"}) {
        CHECK(problems_with("cost: Free.", std::string("cost: ") + written)
                  .starts_with("content.yaml:13:11: error: " + std::string(written) +
                               " without quotes"));
    }
    // In quotes, such a number would be none that anybody can call.
    CHECK(problems_with("call: \"988\"", "call: 0111") ==
          R"(content.yaml:8:11: error: "0111" is not a phone number
    8 |     call: 0111
      |           ^~~~
      = write a number like "988", "741741" or "1-888-373-7888"
)");
}

TEST_CASE("a number in an unknown form is an error") {
    CHECK(problems_with("call: \"988\"", "call: \"98\"") ==
          R"(content.yaml:8:11: error: "98" is not a phone number
    8 |     call: "98"
      |           ^~~~
      = write a number like "988", "741741" or "1-888-373-7888"
)");
}

TEST_CASE("the advice for an extension, for letters and for words is the number without them") {
    const auto advice = [](const char* written) {
        const std::string problem = problems_with("\"988\"", '"' + std::string(written) + '"');
        CHECK(problem.find("is not a phone number") != std::string::npos);
        return problem.substr(problem.rfind("= "));
    };
    CHECK(advice("414-555-0123 x12") ==
          "= write \"414-555-0123\", and say the extension in another text\n");
    CHECK(advice("414-555-0123, ext. 4567") ==
          "= write \"414-555-0123\", and say the extension in another text\n");
    CHECK(advice("1-800-RUNAWAY") == "= write \"1-800-786-2929\"\n");
    CHECK(advice("tel: 988") == "= write \"988\"\n");
    CHECK(advice("988 or 911") ==
          "= write a number like \"988\", \"741741\" or \"1-888-373-7888\"\n");
}

TEST_CASE("a phone number in a section that is one digit away from a well-known one is a warning") {
    CHECK(
        problems_with("It is never your fault.", "Call (888) 373 7880 now.") ==
        R"(content.yaml:26:11: warning: "(888) 373 7880" is one digit away from 1-888-373-7888 (National Human Trafficking Hotline)
   26 |     lead: Call (888) 373 7880 now.
      |           ^~~~~~~~~~~~~~~~~~~~~~~~
      = call it, to be sure that it is another number
)");
    CHECK(problems_with("It is never your fault.", "Call 414-555-0123 now.") == "");
}

TEST_CASE("the misprint of the trafficking hotline is an error, as a number and in a text") {
    const std::string number =
        R"(content.yaml:8:11: error: 1-800-373-7888 is a known misprint of the trafficking hotline
    8 |     call: 1-800-373-7888
      |           ^~~~~~~~~~~~~~
      = write "1-888-373-7888"
)";
    CHECK(problems_calling("1-800-373-7888") == number);
    CHECK(
        problems_with("It is never your fault.", "Call (800) 373 7888 now.") ==
        R"(content.yaml:26:11: error: 1-800-373-7888 is a known misprint of the trafficking hotline
   26 |     lead: Call (800) 373 7888 now.
      |           ^~~~~~~~~~~~~~~~~~~~~~~~
      = write "1-888-373-7888"
)");
    CHECK(problems_calling("1-888-373-7888") == "");
}

TEST_CASE("only a help line with two numbers helps to remember the one to text") {
    const std::string text = "    text: {to: \"741741\", word: HOME}\n",
                      hook = "    remember_text: It’s 741 twice.\n";
    CHECK(sample::problems_with(text, "    remember_text: Nine, eight, eight.\n") ==
          R"(content.yaml:9:20: error: this help line has no number only to text
    9 |     remember_text: Nine, eight, eight.
      |                    ^~~~~~~~~~~~~~~~~~~
      = remove "remember_text", and say in "remember" what helps to remember the number
)");
    sample::Files files;
    files.content = sample::with(text, text + hook);
    const auto loaded = sample::parse(files);
    REQUIRE(loaded.content);
    const content::HelpLine& line = loaded.content->help_lines.front();
    CHECK(line.memory_hook(false) == "Remember 9-8-8.");
    CHECK(line.memory_hook(true) == "It’s 741 twice.");
}

TEST_CASE("\"remember\" with digits that are not in the help line's numbers is an error") {
    CHECK(problems_with("\"988\"", "414-220-7233") ==
          R"(content.yaml:10:15: error: "988" is not part of any number of this help line
   10 |     remember: Remember 9-8-8.
      |               ^~~~~~~~~~~~~~~
      = write a text that helps to remember the current number
)");
    const auto problems_with_remember = [](std::string_view remember) {
        return sample::problems({.content = sample::with("Remember 9-8-8.", remember,
                                                         sample::with("\"988\"", "1-800-656-4673")),
                                 .site = {},
                                 .translations = {}});
    };
    for (const char* right : {"It ends in 4673.", "800, 656, then 46, then 73.",
                              "On the keys it spells 1-800-656-HOPE.", "Call 1-800-656-4673.",
                              "Think of 741, two times.", "One 8, two 0."}) {
        CAPTURE(right);
        CHECK(problems_with_remember(right) == "");
    }
    // Contains 656, but a leading 1 counts only for whole phone numbers.
    CHECK(problems_with_remember("Remember 1656.") != "");
    CHECK(
        problems_with_remember("It ends in 4674.")
            .starts_with(
                "content.yaml:10:15: error: \"4674\" is not part of any number of this help line"));
}

TEST_CASE("a help line without a number is an error") {
    CHECK(problems_with("    call: \"988\"\n    text: {to: \"741741\", word: HOME}\n", "") ==
          R"(content.yaml:5:5: error: a help line needs "call" or "text"
    5 |   - id: crisis
      |     ^
      = add "call: ..." with its number
)");
    CHECK(sample::problems(
              {.content = sample::with("    call: \"988\"\n", "", sample::with("9-8-8", "it")),
               .site = {},
               .translations = {}}) == "");
    CHECK(problems_with("    text: {to: \"741741\", word: HOME}\n", "") == "");
}

TEST_CASE("only 741741 needs a word to text") {
    CHECK(problems_with(", word: HOME", "") ==
          R"(content.yaml:9:11: error: 741741 needs a word to text
    9 |     text: {to: "741741"}
      |           ^
      = add "word: HOME"
)");
    CHECK(problems_with("{to: \"741741\", word: HOME}", "{to: 66008}") == "");
}

TEST_CASE("a word to text with a space is an error") {
    CHECK(problems_with("HOME", "HOME NOW") ==
          R"(content.yaml:9:32: error: "HOME NOW" is not a word to text
    9 |     text: {to: "741741", word: HOME NOW}
      |                                ^~~~~~~~
      = write one word of at most 20 letters and digits, like HOME
)");
}

TEST_CASE("a need of more than 24 characters is an error") {
    CHECK(problems_with("need: Crisis line", "need: A line for every hard hour") ==
          R"(content.yaml:7:11: error: "need" is 26 characters long, but at most 24 fit on a tab
    7 |     need: A line for every hard hour
      |           ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = shorten it by 2 or more
)");
    CHECK(problems_with("need: Crisis line", "need: 24 characters, not more.") == "");
    // The limit is in characters, not in bytes.
    CHECK(problems_with("need: Crisis line", "need: áéíóúüñ áéíóúüñ áéíóúüñ.") == "");
}

TEST_CASE("an invalid id and a repeated id are errors") {
    CHECK(problems_with("id: crisis", "id: Crisis Line") ==
          R"(content.yaml:5:9: error: "Crisis Line" is not a valid id
    5 |   - id: Crisis Line
      |         ^~~~~~~~~~~
      = write "crisis-line": lowercase letters, digits and hyphens
content.yaml:17:9: error: there is no help line "crisis"
   17 | strip: [crisis]
      |         ^~~~~~
      = choose from: crisis-line
)");
    const std::string section =
        "  - {id: what, title: Again, icon: lock, lead: More., blocks: [{text: More.}]}\n";
    CHECK(
        sample::problems({.content = sample::content + section, .site = {}, .translations = {}}) ==
        R"(content.yaml:29:5: error: the id "what" is already used
   29 |   - {id: what, title: Again, icon: lock, lead: More., blocks: [{text: More.}]}
      |     ^
      = choose a unique id
)");
}

TEST_CASE("a date that does not exist or has another form is an error") {
    const std::string wrong = R"(content.yaml:16:20: error: "2026-02-30" is not a date
   16 |     verified: {on: 2026-02-30, source: its own page}
      |                    ^~~~~~~~~~
      = write a day from 1 to 28: February 2026 has no other
)";
    CHECK(problems_with("2026-09-14", "2026-02-30") == wrong);
    for (const char* written : {"14.9.2026", "2026-9-14", "2026-13-01", "yesterday", "2026-09-1x",
                                "2026-09--1", "2026/09/14"}) {
        CHECK(problems_with("2026-09-14", written).find("is not a date") != std::string::npos);
    }
}

TEST_CASE("a verification date in the future is a warning") {
    CHECK(problems_with("2026-09-14", "2026-11-23") == "");
    CHECK(problems_with("2026-09-14", "2026-11-24") ==
          R"(content.yaml:16:20: warning: this date is in the future, by the clock of this computer
   16 |     verified: {on: 2026-11-24, source: its own page}
      |                    ^~~~~~~~~~
      = write the date of the call, or set the clock
)");
}

TEST_CASE("a verification is by phone if it says by whom") {
    const auto verified = [](const std::string& keys) {
        const auto loaded = sample::parse({.content = sample::with("source: its own page", keys),
                                           .site = {},
                                           .translations = {}});
        REQUIRE(loaded.content);
        return loaded.content->help_lines.front().verified;
    };
    CHECK_FALSE(verified("source: its own page").is_by_phone());
    CHECK(verified("by: Ms. Rivera, source: Maria answered").is_by_phone());
    CHECK(verified("by: Ms. Rivera, source: Maria answered").by == "Ms. Rivera");
}

TEST_CASE("a line that is held is not shown until somebody has called it") {
    const std::string held =
        sample::with("    verified:", "    hold_until_verified: true\n    verified:");
    const std::string with_block =
        sample::with("- text: There are two kinds.", "- lines: [crisis]", held);
    const auto load = [](const std::string& text) {
        const auto loaded = sample::parse({.content = text, .site = {}, .translations = {}});
        REQUIRE(loaded.content);
        return loaded.content;
    };
    const auto ids = [](const content::Content& content) {
        const content::Block& block = content.sections.front().tabs.front().blocks.front();
        return std::get<content::HelpLinesBlock>(block.body).ids;
    };
    const auto hidden = load(with_block);
    CHECK(hidden->strip.empty());
    CHECK(hidden->sections.front().tabs.front().blocks.empty());
    CHECK(hidden->find_help_line("crisis")->is_held());
    const auto shown =
        load(sample::with("source: its own page", "by: Ms. Rivera, source: call", with_block));
    CHECK(shown->strip.size() == 1);
    CHECK(ids(*shown) == std::vector<std::string>{"crisis"});
}

TEST_CASE("a heading above a held line goes with it, or is for staff if they have more below it") {
    const std::string held =
        sample::with("    verified:", "    hold_until_verified: true\n    verified:");
    const auto blocks = [&](const std::string& yaml, const std::string& text) {
        const auto loaded =
            sample::parse({.content = sample::with("- text: There are two kinds.", yaml, text),
                           .site = {},
                           .translations = {}});
        REQUIRE(loaded.content);
        std::string found;
        for (const content::Block& block : loaded.content->sections.front().tabs.front().blocks) {
            if (const auto* const heading = std::get_if<content::HeadingBlock>(&block.body))
                found += heading->text;
            else
                found += std::holds_alternative<content::TextBlock>(block.body) ? "text" : "lines";
            found += block.audience == content::Audience::staff ? " for staff; " : "; ";
        }
        return found;
    };
    const std::string lines = "- heading: One\n      - lines: [crisis]\n      ";
    const std::string staff = "- text: Ask.\n        audience: staff\n      ";
    const std::string next = "- heading: Two\n      - text: There are two kinds.";
    CHECK(blocks(lines + next, held) == "Two; text; ");
    CHECK(blocks(lines + staff + next, held) == "One for staff; text for staff; Two; text; ");
    CHECK(blocks("- heading: One\n      " + staff + next, held) ==
          "One for staff; text for staff; Two; text; ");
    CHECK(blocks(lines + "- text: Ask.\n      " + next, held) == "One; text; Two; text; ");
    const std::string called =
        sample::with("source: its own page", "by: Ms. Rivera, source: call", held);
    CHECK(blocks(lines + next, called) == "One; lines; Two; text; ");
}

TEST_CASE("hours, cost and languages may be unknown, and the old name of a key is understood") {
    for (const char* line :
         {"    hours: Day and night.\n", "    cost: Free.\n", "    languages: English.\n"})
        CHECK(problems_with(line, "") == "");
    CHECK(problems_with("    need: Crisis line", "    label: Crisis line") ==
          R"(content.yaml:7:5: warning: "label" is now "need"
    7 |     label: Crisis line
      |     ^~~~~
      = write "need"
)");
    CHECK(problems_with("    icon: help_outline", "    icon: help_outline\n    hint: More") ==
          R"(content.yaml:26:5: warning: "hint" is now "subtitle"
   26 |     hint: More
      |     ^~~~
      = write "subtitle"
)");
    const auto content =
        sample::parse({.content = sample::with("    need: Crisis line", "    label: Crisis line"),
                       .site = {},
                       .translations = {}})
            .content;
    REQUIRE(content);
    CHECK(content->find_help_line("crisis")->need == "Crisis line");
    CHECK(problems_with("    need: Crisis line", "    need: Crisis line\n    label: Talk") ==
          R"(content.yaml:8:5: error: "label" is now "need"
    8 |     label: Talk
      |     ^~~~~
      = remove one of the two
)");
}

TEST_CASE("an emergency number needs no hook and does not say who answers") {
    const std::string emergency = sample::with("    text: {to: \"741741\", word: HOME}\n    "
                                               "remember: Remember 9-8-8.\n    answers: A trained "
                                               "person.\n",
                                               "", sample::with("\"988\"", "\"911\""));
    CHECK(sample::problems({.content = emergency, .site = {}, .translations = {}}) == "");
}

TEST_CASE("a verification more than 12 months ago is a warning") {
    CHECK(problems_with("2026-09-14", "2025-11-23") == "");
    CHECK(problems_with("2026-09-14", "2025-11-22") ==
          R"(content.yaml:16:20: warning: this was verified more than 12 months ago
   16 |     verified: {on: 2025-11-22, source: its own page}
      |                    ^~~~~~~~~~
      = call the number, and write the new date
)");
}

TEST_CASE("without today's date, no verification date is a warning") {
    const std::string text = sample::with_end(sample::with("2026-09-14", "2099-01-01"));
    CHECK(content::parse({"content.yaml", text}, std::nullopt, [](std::string_view) {
              return std::nullopt;
          }).problems.empty());
}
