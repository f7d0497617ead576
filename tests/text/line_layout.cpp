#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

TEST_CASE("each kind of line break in the text starts a new line") {
    CHECK(shown_text(*layout("one\ntwo")) == "one\ntwo");
    CHECK(shown_text(*layout("one\r\ntwo\rthree\u2028four\u2029five\u0085six\ffour")) ==
          "one\ntwo\nthree\nfour\nfive\nsix\nfour");
    CHECK(shown_text(*layout("one\n\ntwo\n")) == "one\n\ntwo\n");
}

TEST_CASE("an empty text has one empty line with the height of the font") {
    const auto empty = layout("");
    CHECK(empty->lines.size() == 1);
    CHECK(empty->width == 0);
    CHECK(empty->height == layout("x")->height);
    CHECK(empty->lines[0].baseline == layout("x")->lines[0].baseline);
}

TEST_CASE("a text without a width, or with exactly its own width, has one line") {
    for (const std::string words :
         {"Call or text 988", "Señal", "a b c d e f g h i j", "ffi fi fl", "Get help — now"}) {
        CAPTURE(words);
        const auto free = layout(words);
        CHECK(free->lines.size() == 1);
        CHECK(layout(words, free->width)->lines.size() == 1);
        CHECK(layout(words, free->width - 1)->lines.size() == 2);
    }
}

TEST_CASE("lines break between words and have as many words as fit") {
    const auto help = layout("We are here to help you", layout("We are here to")->width);
    CHECK(shown_text(*help) == "We are here to\nhelp you");
    CHECK_FALSE(help->has_split_word);
}

TEST_CASE("a word alone on the last line gets the word before it, if both fit on a line") {
    const int width = layout("We are here to help")->width;
    CHECK(shown_text(*layout("We are here to help you.", width)) == "We are here to\nhelp you.");
    CHECK(shown_text(*layout("Help unbelievable things", layout("unbelievable")->width + 1)) ==
          "Help\nunbelievable\nthings");
    const int narrow = layout("one two")->width;
    CHECK(shown_text(*layout("one two extraordinary", layout("extraordinary")->width)) ==
          "one two\nextraordinary");
    CHECK(shown_text(*layout("one two six", narrow)) == "one\ntwo six");
    CHECK(shown_text(*layout("The call is really toll-free.",
                             layout("The call is really toll-")->width)) ==
          "The call is\nreally toll-free.");
    CHECK(shown_text(*layout("For LGBTQ+ youth", layout("For LGBTQ")->width)) ==
          "For\nLGBTQ+\nyouth");
}

TEST_CASE("a line between others does not lose its last word but one") {
    const int width = std::max(layout("phone keypad")->width, layout("spells BEFREE.")->width);
    CHECK(shown_text(*layout("phone keypad it spells BEFREE.", width)) ==
          "phone keypad\nit spells\nBEFREE.");
}

TEST_CASE("a line does not end with a middle dot") {
    CHECK(shown_text(*layout("one · two six", layout("one · ")->width + 1)) == "one\n· two\nsix");
}

TEST_CASE("spaces at the end of a line have no width, and other spaces have") {
    CHECK(layout("988   ")->width == layout("988")->width);
    CHECK(shown_text(*layout("988     741741", layout("988")->width + 1, 38)) == "988\n741\n741");
    CHECK(layout("  988")->width > layout("988")->width);
    CHECK(layout("9  88")->width > layout("9 88")->width);
}

TEST_CASE("tight leading puts only lines of Latin and Arabic letters closer together") {
    const auto step = [](const std::string& words, bool has_tight_leading) {
        const auto paragraph =
            typesetter().layout({words, text::Face::bold, 40, 0, false, "", has_tight_leading});
        CHECK(paragraph->height == paragraph->lines[1].y + paragraph->lines[1].height);
        return paragraph->lines[1].y;
    };
    CHECK(step("You deserve\nto be safe.", true) == 45);
    CHECK(step("You deserve\nto be safe.", false) > 50);
    CHECK(step("من حقك\nأن تكون بأمان.", true) == 50);
    CHECK(step("من حقك\nأن تكون بأمان.", false) > 55);
    for (const std::string words : {"ဘေးကင်း\nလုံခြုံခွင့်", "You deserve\nလုံခြုံခွင့်"})
        CHECK(step(words, true) == step(words, false));
}

TEST_CASE("each line begins where the line above ends") {
    const auto paragraph =
        layout("One sign alone proves nothing.\nSeveral are a reason to ask for help.", 300);
    int y = 0;
    int max_line_width = 0;
    for (const text::Line& line : paragraph->lines) {
        CHECK(line.y == y);
        CHECK(line.baseline > 0);
        CHECK(line.baseline < line.height);
        y += line.height;
        max_line_width = std::max(max_line_width, line.width);
    }
    CHECK(paragraph->height == y);
    CHECK(paragraph->width == max_line_width);
}

TEST_CASE("lines have at least 1.3 em of height, and more for tall scripts") {
    const int px = 100;
    for (const std::string words : {"Help", "→", "✓", "☎", "አማርኛ", "ไทย", "עברית"}) {
        CAPTURE(words);
        CHECK(layout(words, 0, px)->height >= 130);
    }
    CHECK(layout("Help", 0, px)->height <= 140);
    CHECK(layout("مساعدة", 0, px)->height == 160);
    CHECK(layout("ကျောင်း", 0, px)->height >= 200);
}

TEST_CASE("all lines of a paragraph have the same height even if only one has a tall script") {
    const auto mixed = layout("Help\nကျောင်း\nHelp");
    CHECK(mixed->lines[0].height == mixed->lines[1].height);
    CHECK(mixed->lines[2].height == mixed->lines[1].height);
    CHECK(mixed->lines[0].baseline == mixed->lines[1].baseline);
}

TEST_CASE("a word wider than the line is cut and reported") {
    const auto cut = layout("Unbelievable", 100);
    CHECK(cut->has_split_word);
    CHECK(cut->lines.size() > 1);
    CHECK(cut->width <= 100);
    std::string whole;
    for (const text::Line& line : cut->lines) whole += shown_text(line);
    CHECK(whole == "Unbelievable");
    CHECK_FALSE(layout("Unbelievable", layout("Unbelievable")->width)->has_split_word);
}

TEST_CASE("a word is never cut between a letter and its marks or joiners") {
    CHECK(shown_text(*layout("e\u0301e\u0301e\u0301", 1)) == "e\u0301\ne\u0301\ne\u0301");
    CHECK(shown_text(*layout("နှနှ", 1)) == "နှ\nနှ");
    CHECK(shown_text(*layout("က္ကက္က", 1)) == "က္က\nက္က");
}

TEST_CASE("a letter wider than the maximum width does not make the paragraph wider") {
    const auto narrow = layout("WW", 5, 80);
    CHECK(narrow->lines.size() == 2);
    CHECK(narrow->width == 5);
    CHECK(RenderedLine(narrow->lines[0]).surface()->w == 5);
}

TEST_CASE("a line does not break at the hyphens of a number") {
    for (const std::string number : {"1-888-373-7888", "414\u2010220\u20107233", "24/7"}) {
        CAPTURE(number);
        const auto paragraph = layout("Call " + number + " now", layout(number)->width);
        CHECK(shown_text(*paragraph) == "Call\n" + number + "\nnow");
        CHECK_FALSE(paragraph->has_split_word);
    }
}

TEST_CASE("an em size out of range is clamped") {
    CHECK(layout("x", 0, -5)->height == layout("x", 0, 4)->height);
    CHECK(layout("", 0, 100000)->height == layout("", 0, 2000)->height);
}

TEST_CASE("each line knows its characters in the text, with the spaces after it") {
    const auto extents = [](const text::Paragraph& paragraph) {
        std::vector<std::pair<std::size_t, std::size_t>> all;
        for (const text::Line& line : paragraph.lines) all.emplace_back(line.begin, line.end);
        return all;
    };
    using Extents = std::vector<std::pair<std::size_t, std::size_t>>;
    CHECK(extents(*layout("ñandú one")) == Extents{{0, 9}});
    CHECK(extents(*layout("ñandú one two", layout("one two")->width)) == Extents{{0, 6}, {6, 13}});
    CHECK(extents(*layout("one\ntwo three", layout("three")->width)) ==
          Extents{{0, 3}, {4, 8}, {8, 13}});
}
