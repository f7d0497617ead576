#include "content/sample_content.hpp"

#include <doctest/doctest.h>

namespace {

// Returns the problems of a help line that can only be called, with these texts.
std::string problems_calling(const std::string& call, const std::string& remember,
                             const std::string& answers = "A trained person.",
                             const std::string& name = "Crisis Lifeline") {
    const std::string numbers = "call: \"988\"\n    text: {to: \"741741\", word: HOME}";
    std::string content = sample::with(numbers, "call: \"" + call + "\"");
    content = sample::with("Remember 9-8-8.", '"' + remember + '"', content);
    content = sample::with("A trained person.", '"' + answers + '"', content);
    content = sample::with("Crisis Lifeline", '"' + name + '"', content);
    return sample::problems({.content = content, .site = {}, .translations = {}});
}

// The same for a help line that can only be texted.
std::string problems_texting(const std::string& to, const std::string& remember) {
    const std::string numbers = "call: \"988\"\n    text: {to: \"741741\", word: HOME}";
    std::string content = sample::with(numbers, "text: {to: \"" + to + "\", word: HOME}");
    content = sample::with("Remember 9-8-8.", '"' + remember + '"', content);
    return sample::problems({.content = content, .site = {}, .translations = {}});
}

const std::string local_number = "414-555-0123";

} // namespace

TEST_CASE("a number that is one digit away from a well-known number is an error") {
    CHECK(
        problems_calling("908", "Remember 9-0-8.") ==
        R"(content.yaml:8:11: error: "908" is one digit away from 988 (988 Suicide & Crisis Lifeline)
    8 |     call: "908"
      |           ^~~~~
      = write "988"
)");
    CHECK(
        problems_calling("1-888-373-7880", "Ask the nurse.")
            .starts_with(
                R"(content.yaml:8:11: error: "1-888-373-7880" is one digit away from 1-888-373-7888 (National Human Trafficking Hotline)
    8 |     call: "1-888-373-7880"
      |           ^~~~~~~~~~~~~~~~
      = write "1-888-373-7888", or if it is another number, say all of it in "remember"
)"));
    for (const char* wrong : {"741714", "74174", "741740"})
        CHECK_MESSAGE(problems_texting(wrong, "Ask the nurse.").find("(Crisis Text Line)") !=
                          std::string::npos,
                      wrong);
}

TEST_CASE("a number that a text says in full may be one digit away from a well-known one") {
    for (const char* remember :
         {"Call 414-647-8201.", "Think of 414, 647, then 8201.", "Remember 4-1-4-6-4-7-8-2-0-1."})
        CHECK(
            problems_calling("414-647-8201", remember) ==
            R"(content.yaml:8:11: warning: "414-647-8201" is one digit away from 414-647-8200 (Walker’s Point Youth & Family Center)
    8 |     call: "414-647-8201"
      |           ^~~~~~~~~~~~~~
      = call it, to be sure that it is another number
)");
    CHECK(problems_calling("414-647-8201", "It ends in 8201.").find(": error: ") !=
          std::string::npos);
    CHECK(problems_calling("414-647-8201", "It begins with 414.").find(": error: ") !=
          std::string::npos);
}

TEST_CASE("texts that help to remember a number in full or in part are valid") {
    for (const char* right :
         {"It ends in 0123.", "Think of 414, 555, then 01, then 23.", "Call (414) 555-0123.",
          "Dial 1-414-555-0123.", "One 4, two 5s: 414 555.", "Remember 4-1-4.",
          "It ends in 555-0123.", "414 and 555, since 2019.", "414-555-0123, and press 2.",
          "0123, for ages 11 to 17.", "Ends in 0123. Call 24/7, in 180+ languages.",
          "٤١٤ ٥٥٥ ٠١٢٣"})
        CHECK_MESSAGE(problems_calling(local_number, right) == "", right);
    CHECK(problems_calling("988", "988, press 2.") == "");
    CHECK(problems_calling("1-800-786-2929", "On a phone keypad it spells 1-800-RUNAWAY.") == "");
    CHECK(problems_calling("1-800-786-2929", "On a phone keypad it ends in RUNAWAY.") == "");
    CHECK(problems_texting("233733", "Text HELP to 233733. It spells BEFREE.") == "");
    CHECK(problems_texting("22522", "22522 reads the same both ways.") == "");
    CHECK(problems_texting("741741", "Think of 741, two times. Then the word HOME.") == "");
    CHECK(problems_texting("741741", "Think of 741, twice.") == "");
    CHECK(problems_texting("741741", "Text 741-741.") == "");
}

TEST_CASE("a text to remember that says another number is an error, however it says it") {
    for (const char* wrong :
         {"It ends in 0124.", "Think of 414, 555, then 01, then 24.", "Call (414) 555-0124.",
          "Dial 1-414-555-0132.", "Remember 4-1-5.", "It ends in 555-0133.", "It ends in 2019.",
          "٤١٤ ٥٥٥ ٠١٢٤", "414–555–0124"})
        CHECK_MESSAGE(problems_calling(local_number, wrong)
                              .find("is not part of any number of this help line") !=
                          std::string::npos,
                      wrong);
    // These numbers are well-known in part, or nowhere near a well-known one.
    CHECK(problems_calling("1-800-786-2939", "It spells 1-800-RUNAWAY.")
              .find("\"8007862929\" is not part") != std::string::npos);
    CHECK(problems_calling("1-800-786-2939", "It ends in RUNAWAY.")
              .find("\"8007862929\" is not part") != std::string::npos);
    CHECK(problems_texting("233735", "It spells BEFREE.").find("\"233733\" is not part") !=
          std::string::npos);
    CHECK(problems_texting("454455", "Think of 454, two times.").find("\"454454\" is not part") !=
          std::string::npos);
    CHECK(problems_calling("211", "Remember 9-1-1.") ==
          R"(content.yaml:9:15: error: "911" is not part of any number of this help line
    9 |     remember: "Remember 9-1-1."
      |               ^~~~~~~~~~~~~~~~~
      = write a text that helps to remember the current number
)");
}

TEST_CASE("a name with a number that is one digit away from the help line's number is an error") {
    CHECK(problems_calling("911", "Ask the nurse.", "A person.", "IMPACT 211") ==
          R"(content.yaml:6:11: error: "211" is one digit away from 911, a number of this help line
    6 |     name: "IMPACT 211"
      |           ^~~~~~~~~~~~
      = find out which one is right, and write it in both places
)");
    CHECK(problems_calling("211", "Ask the nurse.", "A person.", "IMPACT 211") == "");
    CHECK(problems_calling(local_number, "It ends in 0123.", "A person.",
                           "The nurse in room 211") == "");
}

TEST_CASE("another text may say numbers of other lines and counts, but no unknown phone number") {
    for (const char* right : {"If no one answers, try 211.", "In danger? Call 911.",
                              "Dial 711 first, then 414-555-0123.", "180 languages, since 2023.",
                              "210+ languages", "1-800-273-8255 is the older number.",
                              "See 988lifeline.org.", "For ages 11-17.", "$1,000"}) {
        CHECK_MESSAGE(problems_calling(local_number, "It ends in 0123.", right) == "", right);
    }
    CHECK(
        problems_calling(local_number, "It ends in 0123.", "Or call 414-555-0124.") ==
        R"(content.yaml:10:14: error: "4145550124" is not a number of this help line, nor of another one
   10 |     answers: "Or call 414-555-0124."
      |              ^~~~~~~~~~~~~~~~~~~~~~~
      = write the right number, or give this one a help line of its own
)");
    CHECK(
        problems_calling("988", "Remember 9-8-8.", "People at the 998 lifeline.") ==
        R"(content.yaml:10:14: warning: "998" is one digit away from 988, a number of this help line
   10 |     answers: "People at the 998 lifeline."
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = correct it if it is meant to be that number
)");
}

TEST_CASE("a part of a longer number does not stand for a short code that differs by one digit") {
    const auto with_call = [](const std::string& call, const std::string& remember) {
        return sample::problems_with(
            "call: \"988\"\n    text: {to: \"741741\", word: HOME}\n    remember: Remember 9-8-8.",
            "call: \"" + call + "\"\n    also: {number: 1-866-211-3380, note: The longer one.}\n" +
                "    remember: \"" + remember + '"');
    };
    CHECK(with_call("211", "Remember 2-1-1.") == "");
    CHECK(with_call("911", "Remember 2-1-1.").find("\"211\" is not part of any number") !=
          std::string::npos);
    CHECK(with_call("911", "911, or 866, 211, then 3380.") == "");
}

TEST_CASE("a note about a second number may only say a number of the help line") {
    const auto with_note = [](const std::string& note) {
        return sample::problems_with("    remember:", "    also: {number: 800-273-8255, note: \"" +
                                                          note + "\"}\n    remember:");
    };
    CHECK(with_note("1-800-273-8255 is the older number for the same line.") == "");
    CHECK(with_note("1-800-273-8256 is the older number for the same line.") != "");
}

TEST_CASE("a help line whose number no text repeats is a warning, unless it is well-known") {
    CHECK(
        problems_calling(local_number, "Ask the nurse.") ==
        R"(content.yaml:9:15: warning: no text says a part of 414-555-0123, so a wrong digit would not be noticed
    9 |     remember: "Ask the nurse."
      |               ^~~~~~~~~~~~~~~~
      = help to remember it, for example "Think of 414, 555, then 0123."
)");
    CHECK(problems_texting("73887", "Ask the nurse.").find("\"Remember 7-3-8-8-7.\"") !=
          std::string::npos);
    CHECK(problems_calling("414-220-7233", "Ask the nurse.") == "");
    CHECK(problems_calling(local_number, "Ask the nurse.", "Call 414-555-0123.") == "");
    // The advice is valid, and repeats the number.
    CHECK(problems_calling(local_number, "Think of 414, 555, then 0123.") == "");
}

TEST_CASE("every wrong digit is found in a number that a text says in full") {
    for (std::size_t i = 0; i < local_number.size(); ++i) {
        if (local_number[i] == '-') continue;
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string wrong = local_number;
            wrong[i] = digit;
            for (const char* remember : {"Think of 414, 555, then 0123.", "Call 414-555-0123.",
                                         "Think of 414 555, 01, 23."})
                CHECK_MESSAGE((problems_calling(wrong, remember) == "") == (wrong == local_number),
                              wrong);
        }
    }
}

TEST_CASE("the need of a help line and the labels of its tab say no other number or word") {
    using sample::problems_with;
    CHECK(problems_with("need: Crisis line", "need: Crisis 989") ==
          R"(content.yaml:7:11: error: "989" is one digit away from 988, a number of this help line
    7 |     need: Crisis 989
      |           ^~~~~~~~~~
      = find out which one is right, and write it in both places
)");
    CHECK(problems_with("[crisis]", "[{line: crisis, label: Call 988}]") == "");
    CHECK(problems_with("[crisis]", "[{line: crisis, label: \"In crisis? Text HOME\"}]") == "");
    CHECK(problems_with("[crisis]", "[{line: crisis, label: Call 989 now}]") ==
          R"(content.yaml:17:31: error: "989" is no number of "crisis"
   17 | strip: [{line: crisis, label: Call 989 now}]
      |                               ^~~~~~~~~~~~
      = the tab shows the number by itself: write only when to use it
)");
    CHECK(problems_with("[crisis]", "[{line: crisis, short: Text HELLO}]") ==
          R"(content.yaml:17:31: error: "HELLO" is not the word to text of "crisis"
   17 | strip: [{line: crisis, short: Text HELLO}]
      |                               ^~~~~~~~~~
      = write "Text HOME"
)");
}
