#include "page.hpp"

#include <doctest/doctest.h>

TEST_CASE("a painted line is as wide as the line says, and holds its text whole") {
    for (const std::string words : {"Help", "Call 1-888-373-7888", "HOME إلى 741741", "ကျောင်း 988"}) {
        CAPTURE(words);
        const auto paragraph = set(words);
        const Ink ink(paragraph->lines[0]);
        CHECK(ink.surface()->w == paragraph->width);
        CHECK(ink.surface()->format->format == SDL_PIXELFORMAT_ARGB8888);
        CHECK(ink.highest(ink.left(), ink.right()) > ink.top());
        CHECK(ink.lowest(ink.left(), ink.right()) < ink.bottom() - 1);
    }
}

TEST_CASE("every pixel has the colour of the ink, only its alpha differs") {
    for (const std::string words : {"Help", "HOME إلى 741741"}) {
        CAPTURE(words);
        const Ink ink(set(words)->lines[0], {12, 140, 250, 255});
        bool has_opaque = false;
        bool has_clear = false;
        bool all_are_ink = true;
        for (int y = ink.top(); y < ink.bottom(); ++y) {
            for (int x = ink.left(); x < ink.right(); ++x) {
                all_are_ink = all_are_ink && (ink.pixel(x, y) & 0xFFFFFF) == (12U << 16 | 140U << 8 | 250U);
                has_opaque = has_opaque || ink.alpha(x, y) == 255;
                has_clear = has_clear || ink.alpha(x, y) == 0;
            }
        }
        CHECK(all_are_ink);
        CHECK(has_opaque);
        CHECK(has_clear);
    }
}

TEST_CASE("fonts side by side stand on one baseline") {
    for (const std::string words : {"HOME", "HOME إلى", "إلى HOME", "HOME ကျောင်း", "HOME →"}) {
        CAPTURE(words);
        const auto paragraph = set(words, 0, 80);
        const text::Line& line = paragraph->lines[0];
        for (const text::Run& run : line.runs)
            if (run.text.find("HOME") != std::string::npos)
                CHECK(Ink(line).lowest(run.x, run.x + set("H", 0, 80)->width) == line.baseline - 1);
    }
}

TEST_CASE("marks stacked high or low are not cut, and do not move the letters below them") {
    const std::string above = "H\u0301\u0301\u0301\u0301\u0301\u0301";
    const std::string below = "\u0323\u0323\u0323\u0323\u0323\u0323";
    const auto plain = set("H", 0, 80);
    const int high = Ink(plain->lines[0]).highest(0, plain->width);
    for (const std::string& words : {above, "H" + below, above + below}) {
        CAPTURE(words);
        const auto stacked = set(words, 0, 80);
        const Ink ink(stacked->lines[0]);
        CHECK(ink.highest(0, ink.right()) >= ink.top());
        CHECK(ink.lowest(0, ink.right()) < ink.bottom());
        // The left leg of the H is where it is without the marks.
        const int leg = Ink(plain->lines[0]).left() + plain->width / 6;
        for (int y = high; y < plain->lines[0].baseline; ++y)
            CHECK(ink.alpha(leg, y) == Ink(plain->lines[0]).alpha(leg, y));
    }
    CHECK(Ink(set(above, 0, 80)->lines[0]).top() < 0);
    CHECK(Ink(set("H" + below, 0, 80)->lines[0]).bottom() > plain->height);
}

TEST_CASE("a tower of marks has its limit") {
    std::string tower = "H";
    for (int i = 0; i < 1000; ++i) tower += "\u0301";
    CHECK(Ink(set(tower, 0, 80)->lines[0]).surface()->h < 80 * 10);
}

TEST_CASE("lines begin exactly below one another, though the tail of a j hangs over") {
    const Ink hanging(set("jam", 0, 80)->lines[0]);
    CHECK(hanging.left() < 0);
    CHECK(Ink(set("ham", 0, 80)->lines[0]).left() == 0);
}

TEST_CASE("nothing is painted for nothing") {
    CHECK(Ink(set("")->lines[0]).surface() == nullptr);
    CHECK(Ink(set("   ")->lines[0]).surface() == nullptr);
    CHECK(Ink(set("Help")->lines[0], {0, 0, 0, 0}).surface() == nullptr);
}

TEST_CASE("a paragraph that is held can be painted after it was forgotten") {
    const auto held = set("Help");
    typesetter().forget();
    CHECK(Ink(held->lines[0]).surface()->w == held->width);
}

TEST_CASE("the same setting is set once, until it is forgotten") {
    const auto first = set("Help", 300);
    CHECK(set("Help", 300) == first);
    CHECK(set("Help", 301) != first);
    CHECK(set_right_to_left("Help", 300) != first);
    typesetter().forget();
    CHECK(set("Help", 300) != first);
}

TEST_CASE("only so many paragraphs are kept") {
    const auto oldest = set("oldest");
    const std::weak_ptr<const text::Paragraph> soon_gone = set("soon gone");
    for (int i = 0; i < 500; ++i) {
        set("paragraph " + std::to_string(i));
        CHECK(set("oldest") == oldest); // in use all the time
    }
    CHECK(soon_gone.expired());
}
