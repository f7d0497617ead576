#include "page.hpp"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("a line break in the text is one on the screen, whatever kind it is") {
    CHECK(seen(*set("one\ntwo")) == "one\ntwo");
    CHECK(seen(*set("one\r\ntwo\rthree\u2028four\u2029five\u0085six\ffour")) ==
          "one\ntwo\nthree\nfour\nfive\nsix\nfour");
    CHECK(seen(*set("one\n\ntwo\n")) == "one\n\ntwo\n");
}

TEST_CASE("an empty text is one empty line of the font's height") {
    const auto empty = set("");
    CHECK(empty->lines.size() == 1);
    CHECK(empty->width == 0);
    CHECK(empty->height == set("x")->height);
    CHECK(empty->lines[0].baseline == set("x")->lines[0].baseline);
}

TEST_CASE("without a width there is one line; at its own width a text stays on it") {
    for (const std::string words :
         {"Call or text 988", "Señal", "a b c d e f g h i j", "ffi fi fl", "Get help — now"}) {
        CAPTURE(words);
        const auto free = set(words);
        CHECK(free->lines.size() == 1);
        CHECK(set(words, free->width)->lines.size() == 1);
        CHECK(set(words, free->width - 1)->lines.size() == 2);
    }
}

TEST_CASE("lines are as full as they can be and break between words") {
    const auto help = set("We are here to help you", set("We are here to")->width);
    CHECK(seen(*help) == "We are here to\nhelp you");
    CHECK_FALSE(help->split_word);
}

TEST_CASE("spaces at the end of a line do not count, those before and between words do") {
    CHECK(set("988   ")->width == set("988")->width);
    CHECK(seen(*set("988     741741", set("988")->width + 1, 38)) == "988\n741\n741");
    CHECK(set("  988")->width > set("988")->width);
    CHECK(set("9  88")->width > set("9 88")->width);
}

TEST_CASE("lines of a tight heading stand nearer, but not where marks would meet") {
    const auto step = [](const std::string& words, bool tight) {
        const auto set = typesetter().set({words, text::Face::bold, 40, 0, false, "", tight});
        CHECK(set->height == set->lines[1].y + set->lines[1].height);
        return set->lines[1].y;
    };
    CHECK(step("You deserve\nto be safe.", true) == 45);
    CHECK(step("You deserve\nto be safe.", false) > 50);
    for (const std::string words : {"من حقك\nأن تكون بأمان.", "ဘေးကင်း\nလုံခြုံခွင့်", "You deserve\nလုံခြုံခွင့်"})
        CHECK(step(words, true) == step(words, false));
}

TEST_CASE("lines follow one another without a gap") {
    const auto paragraph = set("One sign alone proves nothing.\nSeveral are a reason to ask for help.", 300);
    int y = 0;
    int widest = 0;
    for (const text::Line& line : paragraph->lines) {
        CHECK(line.y == y);
        CHECK(line.baseline > 0);
        CHECK(line.baseline < line.height);
        y += line.height;
        widest = std::max(widest, line.width);
    }
    CHECK(paragraph->height == y);
    CHECK(paragraph->width == widest);
}

TEST_CASE("lines have air between them, and taller scripts more of it") {
    const int px = 100;
    for (const std::string words : {"Help", "→", "✓", "☎", "አማርኛ", "ไทย", "עברית"}) {
        CAPTURE(words);
        CHECK(set(words, 0, px)->height >= 130);
    }
    CHECK(set("Help", 0, px)->height <= 140);
    CHECK(set("مساعدة", 0, px)->height == 160);
    CHECK(set("ကျောင်း", 0, px)->height >= 200);
}

TEST_CASE("all lines of a paragraph are equally high, though only one has a tall script") {
    const auto mixed = set("Help\nကျောင်း\nHelp");
    CHECK(mixed->lines[0].height == mixed->lines[1].height);
    CHECK(mixed->lines[2].height == mixed->lines[1].height);
    CHECK(mixed->lines[0].baseline == mixed->lines[1].baseline);
}

TEST_CASE("a word wider than the line is cut, and the paragraph says so") {
    const auto cut = set("Unbelievable", 100);
    CHECK(cut->split_word);
    CHECK(cut->lines.size() > 1);
    CHECK(cut->width <= 100);
    std::string whole;
    for (const text::Line& line : cut->lines) whole += seen(line);
    CHECK(whole == "Unbelievable");
    CHECK_FALSE(set("Unbelievable", set("Unbelievable")->width)->split_word);
}

TEST_CASE("a cut word keeps its letters whole: marks and joiners stay with what they belong to") {
    CHECK(seen(*set("e\u0301e\u0301e\u0301", 1)) == "e\u0301\ne\u0301\ne\u0301");
    CHECK(seen(*set("နှနှ", 1)) == "နှ\nနှ");
    CHECK(seen(*set("က္ကက္က", 1)) == "က္က\nက္က");
}

TEST_CASE("even a letter wider than the limit does not make the paragraph wider") {
    const auto narrow = set("WW", 5, 80);
    CHECK(narrow->lines.size() == 2);
    CHECK(narrow->width == 5);
    CHECK(Ink(narrow->lines[0]).surface()->w == 5);
}

TEST_CASE("a number is not broken at its hyphens") {
    for (const std::string number : {"1-888-373-7888", "414\u2010220\u20107233", "24/7"}) {
        CAPTURE(number);
        const auto paragraph = set("Call " + number + " now", set(number)->width);
        CHECK(seen(*paragraph) == "Call\n" + number + "\nnow");
        CHECK_FALSE(paragraph->split_word);
    }
}

TEST_CASE("a size out of range is taken for the nearest that is in range") {
    CHECK(set("x", 0, -5)->height == set("x", 0, 4)->height);
    CHECK(set("", 0, 100000)->height == set("", 0, 2000)->height);
}
