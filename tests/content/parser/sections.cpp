#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using content::Audience;
using sample::problems_with;

namespace {

const std::string text_block = "- text: There are two kinds.";

content::Section section(const std::string& blocks) {
    const auto loaded = sample::parse(
        {.content = sample::with(text_block, blocks), .site = {}, .translations = {}});
    REQUIRE(loaded.content);
    return loaded.content->sections.front();
}

} // namespace

TEST_CASE("every kind of block is parsed") {
    const auto blocks =
        section("- heading: Kinds\n"
                "      - text: Two.\n"
                "      - list:\n          - {icon: lock, text: One}\n          - {icon: house, "
                "text: Two}\n"
                "      - note: {title: Under 18, text: It is abuse.}\n"
                "      - note: {text: It is not your fault.}\n        audience: staff\n"
                "      - steps: [First., Then.]\n"
                "      - lines: [crisis]")
            .tabs.front()
            .blocks;
    REQUIRE(blocks.size() == 7);
    CHECK(std::get<content::HeadingBlock>(blocks[0].body).text == "Kinds");
    CHECK(std::get<content::TextBlock>(blocks[1].body).text == "Two.");
    const auto& items = std::get<content::ListBlock>(blocks[2].body).items;
    REQUIRE(items.size() == 2);
    CHECK(items[1].icon == "house");
    CHECK(items[1].text == "Two");
    CHECK(std::get<content::NoteBlock>(blocks[3].body).title == "Under 18");
    CHECK(std::get<content::NoteBlock>(blocks[3].body).text == "It is abuse.");
    CHECK(std::get<content::NoteBlock>(blocks[4].body).title == "");
    CHECK(blocks[3].audience == Audience::everyone);
    CHECK(blocks[4].audience == Audience::staff);
    CHECK(std::get<content::StepsBlock>(blocks[5].body).steps ==
          std::vector<std::string>{"First.", "Then."});
    CHECK(std::get<content::HelpLinesBlock>(blocks[6].body).ids ==
          std::vector<std::string>{"crisis"});
}

TEST_CASE("a group and a caption are parsed") {
    const auto blocks = section("- group: {title: Watched, texts: [One., Two.]}\n"
                                "      - caption: Brought up to date.")
                            .tabs.front()
                            .blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(std::get<content::GroupBlock>(blocks[0].body).title == "Watched");
    CHECK(std::get<content::GroupBlock>(blocks[0].body).texts ==
          std::vector<std::string>{"One.", "Two."});
    CHECK(std::get<content::CaptionBlock>(blocks[1].body).text == "Brought up to date.");
}

TEST_CASE("a section has blocks, or two to four tabs with blocks") {
    const std::string tab =
        "      - {title: One, icon: lock, blocks: [{text: There are two kinds.}]}\n";
    const auto with_tabs = [&](int count) {
        std::string tabs = "tabs:\n";
        for (int i = 0; i < count; ++i) tabs += tab;
        return sample::with("blocks:\n      " + text_block + "\n", tabs);
    };
    for (const int count : {2, 3, 4}) {
        const auto loaded =
            sample::parse({.content = with_tabs(count), .site = {}, .translations = {}});
        REQUIRE(loaded.content);
        const content::Section& what = loaded.content->sections.front();
        CHECK(what.has_tabs());
        CHECK(static_cast<int>(what.tabs.size()) == count);
        CHECK(what.tabs.back().title == "One");
        CHECK(what.tabs.back().icon == "lock");
        CHECK(what.tabs.back().blocks.size() == 1);
    }
    CHECK(sample::problems({.content = with_tabs(5), .site = {}, .translations = {}})
              .starts_with("content.yaml:28:7: error: \"tabs\" has 5 items, but at most 4 fit\n"));
    CHECK(sample::problems({.content = with_tabs(1), .site = {}, .translations = {}})
              .starts_with("content.yaml:28:7: error: \"tabs\" needs at least 2 items\n"));
    CHECK(problems_with("blocks:", "tabs: []\n    blocks:")
              .find("a section cannot have both \"tabs\" and \"blocks\"") != std::string::npos);
}

TEST_CASE("a section is parsed with all of its keys") {
    const auto what = section(text_block);
    CHECK(what.id == "what");
    CHECK(what.title == "What it is");
    CHECK(what.icon == "help_outline");
    CHECK(what.subtitle == "");
    CHECK_FALSE(what.prominent);
    CHECK(what.lead == "It is never your fault.");
    const auto text = sample::with(
        "    icon: help_outline",
        "    icon: lock\n    subtitle: More\n    prominent: true\n    audience: staff");
    const auto loaded = sample::parse({.content = text, .site = {}, .translations = {}});
    REQUIRE(loaded.content);
    const content::Section& staff = *loaded.content->find_section("what");
    CHECK(staff.subtitle == "More");
    CHECK(staff.prominent);
    CHECK(staff.audience == Audience::staff);
    // The audience of the section applies to its blocks.
    CHECK(staff.tabs.front().blocks.front().audience == Audience::staff);
}

TEST_CASE("a block of an unknown kind, of two kinds or of no kind is an error") {
    CHECK(problems_with("- text: There", "- txt: There") ==
          R"(content.yaml:28:9: error: unknown key "txt"
   28 |       - txt: There are two kinds.
      |         ^~~
      = write "text"
)");
    CHECK(problems_with(text_block, text_block + "\n        heading: Both") ==
          R"(content.yaml:29:18: error: a block cannot be both "text" and "heading"
   29 |         heading: Both
      |                  ^~~~
      = start a separate block with "- "
)");
    CHECK(problems_with(text_block, "- audience: staff") ==
          R"(content.yaml:28:9: error: this block has no content
   28 |       - audience: staff
      |         ^
      = choose from: text, heading, list, note, steps, group, lines, caption
)");
}

TEST_CASE("an unknown icon is an error") {
    CHECK(problems_with("help_outline", "help_outlin") ==
          R"(content.yaml:25:11: error: unknown icon "help_outlin"
   25 |     icon: help_outlin
      |           ^~~~~~~~~~~
      = write "help_outline"
)");
}

TEST_CASE("a value of the wrong kind is an error") {
    CHECK(problems_with("title: What it is", "title: [What, it]") ==
          R"(content.yaml:24:12: error: "title" must be text, not a list
   24 |     title: [What, it]
      |            ^
      = write one text, in "quotes"
)");
    CHECK(problems_with("title: What it is", "title: {a: b}") ==
          R"(content.yaml:24:12: error: "title" must be text, not keys with values
   24 |     title: {a: b}
      |            ^
      = write one text, in "quotes"
)");
    CHECK(problems_with("blocks:\n      " + text_block, "blocks: none") ==
          R"(content.yaml:27:13: error: "blocks" must be a list, not text
   27 |     blocks: none
      |             ^~~~
      = write [{text: none}]
)");
    CHECK(
        problems_with(
            "home:\n  headline: You deserve to be safe.\n  line: Quiet facts.\n  privacy: Nothing "
            "you tap here is saved.",
            "home: You deserve to be safe.") ==
        R"(content.yaml:18:7: error: "home" must be keys with values, not text
   18 | home: You deserve to be safe.
      |       ^~~~~~~~~~~~~~~~~~~~~~~
      = write keys with values
)");
    CHECK(problems_with("icon: help_outline", "icon: help_outline\n    prominent: yes") ==
          R"(content.yaml:26:16: error: "prominent" cannot be "yes"
   26 |     prominent: yes
      |                ^~~
      = write "true"
)");
}

TEST_CASE("an empty text is an error in every notation of YAML") {
    CHECK(problems_with("title: What it is", "title:") ==
          R"(content.yaml:24:5: error: "title" is empty
   24 |     title:
      |     ^~~~~
      = write text
)");
    CHECK(problems_with("title: What it is", "title: \"  \"") ==
          R"(content.yaml:24:12: error: "title" is empty
   24 |     title: "  "
      |            ^~~~
      = write text
)");
    for (const char* empty : {"\"\"", "''", "~", "null", ">\n"}) {
        CHECK(problems_with("title: What it is", std::string("title: ") + empty)
                  .find("\"title\" is empty") != std::string::npos);
    }
    CHECK(problems_with(text_block, "- steps:\n          - One.\n          -\n          - Two.") ==
          R"(content.yaml:30:11: error: a step is empty
   30 |           -
      |           ^
      = write text
)");
    CHECK(problems_with(text_block, "- steps: [One., ~]") ==
          R"(content.yaml:28:23: error: a step is empty
   28 |       - steps: [One., ~]
      |                       ^
      = write text
)");
    CHECK(problems_with(text_block, "- list: []") == R"(content.yaml:28:15: error: "list" is empty
   28 |       - list: []
      |               ^
      = write at least one item
)");
}

TEST_CASE("a text that is longer than its limit is an error") {
    const std::string long_text(601, 'x');
    CHECK(problems_with("You deserve to be safe.", std::string(61, 'x'))
              .starts_with("content.yaml:19:13: error: \"headline\" is 61 characters long, but at "
                           "most 60 fit in a "
                           "headline\n"));
    CHECK(problems_with("What it is", std::string(41, 'x'))
              .starts_with("content.yaml:24:12: error: \"title\" is 41 characters long, but at "
                           "most 40 fit in a title\n"));
    CHECK(problems_with("It is never your fault.", std::string(221, 'x'))
              .starts_with("content.yaml:26:11: error: \"lead\" is 221 characters long, but at "
                           "most 220 fit in a lead\n"));
    CHECK(problems_with("There are two kinds.", long_text)
              .starts_with("content.yaml:28:15: error: \"text\" is 601 characters long, but at "
                           "most 600 fit in a "
                           "paragraph\n"));
    CHECK(problems_with(text_block, "- steps: [" + long_text + "]")
              .starts_with("content.yaml:28:17: error: a step is 601 characters long, but at most "
                           "600 fit in a paragraph\n"));
}

TEST_CASE("a text with a control character is an error") {
    CHECK(problems_with("title: What it is", R"(title: "a\0b")") ==
          R"(content.yaml:24:12: error: "title" has U+0000, a control character
   24 |     title: "a\0b"
      |            ^~~~~~
      = delete it
)");
}

TEST_CASE("a help line for staff in a block for everyone is an error") {
    const std::string staff = "  - {audience: staff, id: cps, name: Protection, need: Report, "
                              "call: 414-220-7233, remember: SAFE., "
                              "answers: Workers., hours: Always., cost: Free., languages: Ask.,\n"
                              "     reports: All., verified: {on: 2026-09-14, source: a page}}\n";
    const std::string text = sample::with("strip: [", staff + "strip: [");
    const auto with_block = [&](const std::string& blocks) {
        return sample::problems(
            {.content = sample::with(text_block, blocks, text), .site = {}, .translations = {}});
    };
    CHECK(with_block("- lines: [crisis, cps]") ==
          R"(content.yaml:30:25: error: "cps" is for staff, but this is for everyone
   30 |       - lines: [crisis, cps]
      |                         ^~~
      = remove it, or add "audience: staff" to this block
)");
    CHECK(with_block(text_block + "\n      - lines: [crisis, cps]\n        audience: staff") == "");
    // Who sees the block is not known, so only that is reported.
    CHECK(with_block(text_block + "\n      - lines: [crisis, cps]\n        audience: nurse") ==
          R"(content.yaml:32:19: error: "audience" cannot be "nurse"
   32 |         audience: nurse
      |                   ^~~~~
      = choose from: everyone, staff
)");
    CHECK(with_block("- steps:\n          -'Go.'") ==
          R"(content.yaml:31:11: error: "steps" must be a list, not text
   31 |           -'Go.'
      |           ^~~~~~
      = write a space after the -
)");
    CHECK(with_block("- lines: [spc]") == R"(content.yaml:30:17: error: there is no help line "spc"
   30 |       - lines: [spc]
      |                 ^~~
      = choose from: crisis, cps
)");
}

TEST_CASE("a banned term in a text for everyone is an error") {
    CHECK(problems_with("It is never your fault.", "MCCY helps.") ==
          R"(content.yaml:26:11: error: "MCCY" is now the name of a youth detention center
   26 |     lead: MCCY helps.
      |           ^~~~~~~~~~~
      = write "Milwaukee Center for Children and Youth"
)");
    CHECK(
        problems_with("It is never your fault.", "Call 988 and press 3.") ==
        R"(content.yaml:26:11: error: "press 3" ended at 988 in July 2025, and other menus change as well
   26 |     lead: Call 988 and press 3.
      |           ^~~~~~~~~~~~~~~~~~~~~
      = say what to ask for; for LGBTQ+ youth name the Trevor Project, 1-866-488-7386
)");
    CHECK(problems_with("A trained person.", "People of polaris.") ==
          R"(content.yaml:11:14: error: "Polaris" no longer runs the trafficking hotline
   11 |     answers: People of polaris.
      |              ^~~~~~~~~~~~~~~~~~
      = write "National Human Trafficking Hotline"
)");
    CHECK(problems_with("Crisis Lifeline", "National Suicide Prevention Lifeline") ==
          R"(content.yaml:6:11: error: "National Suicide Prevention Lifeline" is the old name
    6 |     name: National Suicide Prevention Lifeline
      |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = write "988 Suicide & Crisis Lifeline"
)");
    CHECK(problems_with("It is never your fault.", "Press 30 or 2. Polarised.") == "");
    CHECK(problems_with(text_block, text_block + "\n      - text: MCCY is a detention center.\n"
                                                 "        audience: staff") == "");
}

TEST_CASE("a section that is too hard to read is a warning") {
    const std::string hard =
        "The organization facilitates communication regarding exploitation and administrative "
        "responsibilities. Notification necessitates immediate participation by appropriate "
        "authorities, including rehabilitation opportunities for every individual concerned. "
        "Documentation of every single conversation remains confidential.";
    CHECK(problems_with("There are two kinds.", hard) ==
          "content.yaml:23:5: warning: \"what\" has reading grade 20.6, but should have at most 6 "
          "for "
          "students and "
          "families\n"
          "   23 |   - id: what\n"
          "      |     ^\n"
          "      = use shorter sentences and shorter words\n");
    // This text is too short for a grade.
    CHECK(problems_with("There are two kinds.",
                        "Organizational responsibilities necessitate notification.") == "");
    CHECK(problems_with(text_block, "- text: " + hard + "\n        audience: staff")
              .find("should have at most 8 for staff") != std::string::npos);
}

TEST_CASE("a section or a tab in which students see nothing is a warning") {
    const std::string staff_block = "- text: Ask.\n        audience: staff";
    const std::string held =
        sample::with("    verified:", "    hold_until_verified: true\n    verified:");
    const auto problems = [](const std::string& blocks, const std::string& text) {
        return sample::problems(
            {.content = sample::with("- text: There are two kinds.", blocks, text),
             .site = {},
             .translations = {}});
    };
    const auto warning = [](int line) {
        return "content.yaml:" + std::to_string(line) +
               R"(:5: warning: students see nothing below the lead of this section, because its blocks are for staff or are help lines that are hidden
   )" + std::to_string(line) +
               R"( |   - id: what
      |     ^
      = add a block for students, or "audience: staff" to the section
)";
    };
    CHECK(problems(staff_block, sample::content) == warning(23));
    CHECK(problems("- heading: One\n      " + staff_block, sample::content) == warning(23));
    CHECK(problems("- lines: [crisis]", held) == warning(24));
    CHECK(problems("- lines: [crisis]", sample::content) == "");
    CHECK(problems("- lines: [crisis]\n      - text: There are two kinds.", held) == "");

    const std::string tabs =
        "tabs:\n      - {title: One, icon: lock, blocks: [{text: There are two kinds.}]}\n"
        "      - {title: Two, icon: lock, blocks: [{text: Ask., audience: staff}]}\n";
    CHECK(
        problems_with("blocks:\n      " + text_block + "\n", tabs) ==
        R"(content.yaml:29:9: warning: students see nothing in this tab, because its blocks are for staff or are help lines that are hidden
   29 |       - {title: Two, icon: lock, blocks: [{text: Ask., audience: staff}]}
      |         ^
      = add a block for students, or move these blocks into another tab
)");
}
