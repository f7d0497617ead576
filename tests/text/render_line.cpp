#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

TEST_CASE("a rendered line has the measured width and contains all of its text") {
    for (const std::string words :
         {"Help", "Call 1-888-373-7888", "HOME إلى 741741", "ကျောင်း 988"}) {
        CAPTURE(words);
        const auto paragraph = layout(words);
        const RenderedLine rendered(paragraph->lines[0]);
        CHECK(rendered.surface()->w == paragraph->width);
        CHECK(rendered.surface()->format->format == SDL_PIXELFORMAT_ARGB8888);
        CHECK(rendered.highest(rendered.left(), rendered.right()) > rendered.top());
        CHECK(rendered.lowest(rendered.left(), rendered.right()) < rendered.bottom() - 1);
    }
}

TEST_CASE("all pixels have the text color and differ only in alpha") {
    for (const std::string words : {"Help", "HOME إلى 741741"}) {
        CAPTURE(words);
        const RenderedLine rendered(layout(words)->lines[0], {12, 140, 250, 255});
        bool has_opaque = false;
        bool has_clear = false;
        bool has_only_color = true;
        for (int y = rendered.top(); y < rendered.bottom(); ++y) {
            for (int x = rendered.left(); x < rendered.right(); ++x) {
                has_only_color = has_only_color && (rendered.pixel(x, y) & 0xFFFFFF) ==
                                                       (12U << 16 | 140U << 8 | 250U);
                has_opaque = has_opaque || rendered.alpha(x, y) == 255;
                has_clear = has_clear || rendered.alpha(x, y) == 0;
            }
        }
        CHECK(has_only_color);
        CHECK(has_opaque);
        CHECK(has_clear);
    }
}

TEST_CASE("different fonts in a line have the same baseline") {
    for (const std::string words : {"HOME", "HOME إلى", "إلى HOME", "HOME ကျောင်း", "HOME →"}) {
        CAPTURE(words);
        const auto paragraph = layout(words, 0, 80);
        const text::Line& line = paragraph->lines[0];
        for (const text::Run& run : line.runs)
            if (run.text.find("HOME") != std::string::npos)
                CHECK(RenderedLine(line).lowest(run.x, run.x + layout("H", 0, 80)->width) ==
                      line.baseline - 1);
    }
}

TEST_CASE("stacked marks above and below are not clipped and do not move the letter") {
    const std::string above = "H\u0301\u0301\u0301\u0301\u0301\u0301";
    const std::string below = "\u0323\u0323\u0323\u0323\u0323\u0323";
    const auto plain = layout("H", 0, 80);
    const int high = RenderedLine(plain->lines[0]).highest(0, plain->width);
    for (const std::string& words : {above, "H" + below, above + below}) {
        CAPTURE(words);
        const auto stacked = layout(words, 0, 80);
        const RenderedLine rendered(stacked->lines[0]);
        CHECK(rendered.highest(0, rendered.right()) >= rendered.top());
        CHECK(rendered.lowest(0, rendered.right()) < rendered.bottom());
        // The left stem of the H has the same position as without the marks.
        const int stem = RenderedLine(plain->lines[0]).left() + plain->width / 6;
        for (int y = high; y < plain->lines[0].baseline; ++y)
            CHECK(rendered.alpha(stem, y) == RenderedLine(plain->lines[0]).alpha(stem, y));
    }
    CHECK(RenderedLine(layout(above, 0, 80)->lines[0]).top() < 0);
    CHECK(RenderedLine(layout("H" + below, 0, 80)->lines[0]).bottom() > plain->height);
}

TEST_CASE("at most 16 combining marks are drawn on one letter") {
    std::string stacked = "H";
    for (int i = 0; i < 1000; ++i) stacked += "\u0301";
    CHECK(RenderedLine(layout(stacked, 0, 80)->lines[0]).surface()->h < 80 * 10);
}

TEST_CASE("the tail of a j reaches out of the line and does not move its letters") {
    const RenderedLine overhanging(layout("jam", 0, 80)->lines[0]);
    CHECK(overhanging.left() < 0);
    CHECK(RenderedLine(layout("ham", 0, 80)->lines[0]).left() == 0);
}

TEST_CASE("an empty or transparent line has no surface") {
    CHECK(RenderedLine(layout("")->lines[0]).surface() == nullptr);
    CHECK(RenderedLine(layout("   ")->lines[0]).surface() == nullptr);
    CHECK(RenderedLine(layout("Help")->lines[0], {0, 0, 0, 0}).surface() == nullptr);
}

TEST_CASE("a paragraph can be rendered after the cache is cleared") {
    const auto held = layout("Help");
    typesetter().clear_cache();
    CHECK(RenderedLine(held->lines[0]).surface()->w == held->width);
}

TEST_CASE("equal texts are laid out once until the cache is cleared") {
    const auto first = layout("Help", 300);
    CHECK(layout("Help", 300) == first);
    CHECK(layout("Help", 301) != first);
    CHECK(layout_right_to_left("Help", 300) != first);
    typesetter().clear_cache();
    CHECK(layout("Help", 300) != first);
}

TEST_CASE("the least recently used paragraphs are evicted") {
    const auto oldest = layout("oldest");
    const std::weak_ptr<const text::Paragraph> evicted = layout("evicted");
    for (int i = 0; i < 500; ++i) {
        layout("paragraph " + std::to_string(i));
        CHECK(layout("oldest") == oldest); // It is used all the time, so it stays.
    }
    CHECK(evicted.expired());
}
