#include "content/sample_content.hpp"
#include "content/special_character.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

using sample::problems_with;

namespace {

// Characters that nobody sees, in all of their kinds.
constexpr auto unseen = std::to_array<std::string_view>(
    {"\u00AD", "\u061C",     "\u115F",     "\u1160",     "\u17B4", "\u180E", "\u200B", "\u200C",
     "\u200D", "\u200E",     "\u200F",     "\u202A",     "\u202B", "\u202C", "\u202D", "\u202E",
     "\u2060", "\u2061",     "\u2063",     "\u2066",     "\u2067", "\u2068", "\u2069", "\u206A",
     "\u206F", "\u2800",     "\u3164",     "\uFE0E",     "\uFE0F", "\uFEFF", "\uFFA0", "\uFFF9",
     "\uFFFB", "\U000E0001", "\U000E0041", "\U000E0100", "\u0092", "\u009F"});

constexpr auto blanks = std::to_array<std::string_view>(
    {"\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
     "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F",
     "\u3000"});

std::string code_point(std::string_view character) {
    std::string described;
    for (std::uint32_t number = 0x80; number < 0xE0FFF && described.empty(); ++number) {
        std::string written;
        if (number < 0x800)
            written = {static_cast<char>(0xC0 | (number >> 6)),
                       static_cast<char>(0x80 | (number & 63))};
        else if (number < 0x10000)
            written = {static_cast<char>(0xE0 | (number >> 12)),
                       static_cast<char>(0x80 | ((number >> 6) & 63)),
                       static_cast<char>(0x80 | (number & 63))};
        else
            written = {static_cast<char>(0xF0 | (number >> 18)),
                       static_cast<char>(0x80 | ((number >> 12) & 63)),
                       static_cast<char>(0x80 | ((number >> 6) & 63)),
                       static_cast<char>(0x80 | (number & 63))};
        if (written == character) described = fmt::format("U+{:04X}", number);
    }
    return described;
}

// Returns the sample with Spanish texts.
sample::Files with_spanish(const std::string& content, const std::string& spanish) {
    return {.content = sample::with("place: lobby", "place: lobby\n  languages: [en, es]", content),
            .site = {},
            .translations = {{"es", spanish}}};
}

} // namespace

TEST_CASE("a character that nobody sees is named in keys, at the place of each" *
          doctest::test_suite("sweep")) {
    CHECK(problems_with("    need:", "    \u200Bneed:") ==
          R"(content.yaml:7:5: error: here is U+200B, a zero-width space, which nobody sees
    7 |     �need: Crisis line
      |     ^
      = delete it
)");
    CHECK(
        problems_with("    need: ", "    need:\u00A0") ==
        R"(content.yaml:7:10: error: here is U+00A0, a no-break space, which looks like a space but is none
    7 |     need:␣Crisis line
      |          ^
      = delete it and type a space
)");
    for (const std::string_view character : unseen) {
        const std::string shown(character);
        CAPTURE(code_point(character));
        for (const std::string& written :
             {"    " + shown + "need:", "    ne" + shown + "ed:", "    need" + shown + ":",
              shown + "    need:", "    \"need" + shown + "\":"})
            CHECK(problems_with("    need:", written)
                      .find(": error: here is " + code_point(character) + ",") !=
                  std::string::npos);
        CHECK(problems_with("{to:", "{" + shown + "to:")
                  .find(": error: this key has " + code_point(character) + ",") !=
              std::string::npos);
    }
}

TEST_CASE(
    "a character that looks like a space is named in indentation and after dashes and colons") {
    for (const std::string_view character : blanks) {
        const std::string shown(character);
        CAPTURE(code_point(character));
        for (const auto& replacement : std::vector<std::pair<std::string, std::string>>{
                 {"    need:", "   " + shown + "need:"},
                 {"  school:", shown + shown + "school:"},
                 {"  - id: crisis", "  -" + shown + "id: crisis"},
                 {"  - id: crisis", "  - " + shown + "id: crisis"},
                 {"cost: Free.", "cost:" + shown + "Free."},
                 {"strip: [crisis]", "strip: [crisis]\n" + shown}})
            CHECK(problems_with(replacement.first, replacement.second)
                      .find(": error: here is " + code_point(character) + ",") !=
                  std::string::npos);
    }
}

TEST_CASE("a file with many such characters is not a flood of errors") {
    std::string content = sample::content;
    for (auto at = content.find("\n  "); at != std::string::npos; at = content.find("\n  ", at + 1))
        content.replace(at + 1, 1, "\u00A0");
    const auto loaded = sample::parse({.content = content, .site = {}, .translations = {}});
    CHECK(loaded.problems.size() == 10);
}

TEST_CASE("ids, numbers, dates and choices have no character that nobody sees" *
          doctest::test_suite("sweep")) {
    CHECK(
        sample::problems({.content = sample::with("call: \"988\"", "call: \"414\u00A0555-0123\"",
                                                  sample::with("9-8-8", "414-555-0123")),
                          .site = {},
                          .translations = {}}) ==
        R"(content.yaml:8:15: error: "call" has U+00A0, a no-break space, which looks like a space but is none
    8 |     call: "414␣555-0123"
      |               ^
      = delete it and type a space
)");
    std::vector<std::string_view> all(unseen.begin(), unseen.end());
    all.insert(all.end(), blanks.begin(), blanks.end());
    for (const std::string_view character : all) {
        const std::string shown(character);
        CAPTURE(code_point(character));
        for (const auto& value : std::vector<std::pair<std::string, std::string>>{
                 {"id: what", "\"id\""},
                 {"call: \"988", "\"call\""},
                 {"{to: \"741741", "\"to\""},
                 {"word: HOME", "\"word\""},
                 {"on: 2026-09-14", "\"on\""},
                 {"place: lobby", "\"place\""},
                 {"icon: help_outline", "\"icon\""},
                 {"strip: [crisis", "the id of a help line"}})
            CHECK(problems_with(value.first, value.first + shown)
                      .find(": error: " + value.second + " has " + code_point(character) + ",") !=
                  std::string::npos);
    }
}

TEST_CASE("a letter of another script that looks like a Latin one is named") {
    CHECK(problems_with("    need:", "    ne\u0435d:") ==
          "content.yaml:5:5: error: \"need\" is missing\n"
          "    5 |   - id: crisis\n"
          "      |     ^\n"
          "      = add \"need: ...\"\n"
          "content.yaml:7:7: error: this key has U+0435, a Cyrillic letter\n"
          "    7 |     ne\u0435d: Crisis line\n"
          "      |       ^\n"
          "      = delete it and type e\n");
    CHECK(problems_with("call: \"988\"", "call: \"9\uFF188\"") ==
          "content.yaml:8:13: error: \"call\" has U+FF18, a wide letter or sign\n"
          "    8 |     call: \"9\uFF188\"\n"
          "      |             ^~\n"
          "      = delete it and type 8\n");
}

TEST_CASE("what nobody sees in a text is left out with a warning") {
    CHECK(problems_with("need: Crisis line", "need: Crisis\u200B line") ==
          R"(content.yaml:7:17: warning: "need" has U+200B, a zero-width space, which nobody sees
    7 |     need: Crisis� line
      |                 ^
      = delete it
)");
    const auto loaded = sample::parse(
        {.content = sample::with("need: Crisis line",
                                 "need: \"\uFEFFCri\u00ADsis\u200D l\u2060ine\u200E\""),
         .site = {},
         .translations = {}});
    REQUIRE(loaded.content);
    CHECK(loaded.content->help_lines.front().need == "Crisis line");
    CHECK(loaded.problems.size() == 5);
}

TEST_CASE("characters that a script needs stay, without a warning") {
    for (const char* text :
         {"می\u200Cخواهم", "क्\u200Dष", "ශ්\u200Dරී", "မြန်မာ\u200Bစာ", "ภาษา\u200Bไทย", "ខ្ញុំ\u200Bទៅ",
          "שלום\u200F!", "خط\u200F.", "نص \u2066HOME\u2069 آخر", "Lo\u00A0que sea",
          "« Oui\u202F! »", "葛\U000E0100", "☎\uFE0E"}) {
        CAPTURE(text);
        const auto files = with_spanish(
            sample::content,
            sample::with("es: Gratis.", std::string("es: \"") + text + "\"", sample::spanish));
        const auto loaded = sample::parse(files);
        CHECK(sample::problems(files) == "");
        REQUIRE(loaded.content);
        CHECK(loaded.content->translation_or_default("es").translate("Free.") == text);
    }
}

TEST_CASE("characters that turn round the text, or that nothing draws, are errors") {
    CHECK(problems_with("title: What it is", "title: Be kind \U0001F642") ==
          "content.yaml:24:20: error: \"title\" has U+1F642, an emoji, which the kiosk does not "
          "draw\n"
          "   24 |     title: Be kind \U0001F642\n"
          "      |                    ^~\n"
          "      = delete it, or write a word instead\n");
    CHECK(
        problems_with("title: What it is", "title: What \u202Eit is") ==
        R"(content.yaml:24:17: error: "title" has U+202E, a direction control, which turns round the letters after it
   24 |     title: What �it is
      |                 ^
      = delete it
)");
    CHECK(problems_with("title: What it is", "title: \"\uF0B7 What\"")
              .find("U+F0B7, a bullet or sign of another program, which the kiosk does not draw") !=
          std::string::npos);
    CHECK(
        problems_with("title: What it is", "title: \"\uF0B7 What\"").find("delete it and type •") !=
        std::string::npos);
    CHECK(problems_with("title: What it is", "title: Don\u0092t").find("delete it and type ’") !=
          std::string::npos);
    for (const char* text :
         {"\uFFFD", "\uFFFC", "\uE000", "\U000F0000", "\U0010FFFD", "\uFFFE", "\uFDD0",
          "\U0001F600", "\U0001F1FA\U0001F1F8", "\u2705", "\u231A", "\U0001FAE0"})
        CHECK_MESSAGE(problems_with("title: What it is", std::string("title: a ") + text)
                              .find("error: \"title\" has U+") != std::string::npos,
                      std::string(text));
}

TEST_CASE("a text of nothing but blanks is empty, of whatever kind they are") {
    CHECK(
        problems_with("title: What it is", "title: \"\u00A0\"") ==
        R"(content.yaml:24:12: error: "title" is empty: it has nothing but U+00A0, a no-break space
   24 |     title: " "
      |            ^~~
      = write text
)");
    std::vector<std::string_view> all(unseen.begin(), unseen.end());
    all.insert(all.end(), blanks.begin(), blanks.end());
    for (const std::string_view character : all)
        CHECK_MESSAGE(
            problems_with("title: What it is", "title: \" " + std::string(character) + "\"")
                    .find("\"title\" is empty") != std::string::npos,
            code_point(character));
}

TEST_CASE("a translation belongs to its English text if both look the same") {
    const auto translated = [](const std::string& english, const std::string& copied) {
        const std::string content = sample::with("cost: Free.", "cost: \"" + english + "\"");
        const std::string spanish =
            sample::with("{en: Free., es:", "{en: \"" + copied + "\", es:", sample::spanish);
        constexpr std::array<std::string_view, 1> ui_strings{"Free."};
        const auto loaded = sample::parse(
            with_spanish(content, spanish + "  - {en: Free., es: Gratis}\n"), ui_strings);
        CHECK(loaded.problems.empty());
        REQUIRE(loaded.content);
        return std::string(loaded.content->translation_or_default("es").translate(
            loaded.content->help_lines.front().cost));
    };
    CHECK(translated("Caf\u00E9 now", "Cafe\u0301 now") == "Gratis.");
    CHECK(translated("Cafe\u0301 now", "Caf\u00E9 now") == "Gratis.");
    CHECK(translated("\u1EC7 now", "e\u0302\u0323 now") == "Gratis."); // marks in another order
    CHECK(translated("\uD55C now", "\u1112\u1161\u11AB now") == "Gratis.");
    CHECK(translated("No\u00A0cost", "No cost") == "Gratis.");
    CHECK(translated("No cost", "No\u202Fcost") == "Gratis.");
}
