#include "text/bidi.hpp"

#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

namespace {

// Returns whether the pixels to the right of column x are those of these words rendered alone.
bool is_shown_at(const text::Line& line, int x, const std::string& words) {
    const auto alone = layout(words);
    const RenderedLine expected(alone->lines[0]);
    const RenderedLine rendered(line);
    const int y_offset = line.baseline - alone->lines[0].baseline;
    for (int y = expected.top(); y < expected.bottom(); ++y)
        for (int column = expected.left(); column < expected.right(); ++column)
            if (expected.pixel(column, y) != rendered.pixel(x + column, y + y_offset)) return false;
    return true;
}

const text::Run& run_of(const text::Line& line, std::string_view words) {
    const auto run = std::find_if(line.runs.begin(), line.runs.end(), [&](const text::Run& one) {
        return one.text.find(words) != std::string::npos;
    });
    REQUIRE(run != line.runs.end());
    return *run;
}

} // namespace

TEST_CASE("a telephone number in an Arabic sentence reads from left to right") {
    for (const std::string number : {"612-555-0134", "1-888-373-7888", "414-220-7233", "988",
                                     "741741", "+1-414-220-7233", "24/7", "2-1-1"}) {
        CAPTURE(number);
        for (const std::string& sentence : {"اتصل على " + number + " الآن", "اتصل على " + number,
                                            number + " اتصل", "(" + number + ") الآن"}) {
            CAPTURE(sentence);
            for (const bool is_right_to_left : {true, false}) {
                const auto paragraph =
                    is_right_to_left ? layout_right_to_left(sentence) : layout(sentence);
                const text::Run& run = run_of(paragraph->lines[0], number);
                CHECK_FALSE(run.is_right_to_left);
            }
            const auto paragraph = layout_right_to_left(sentence);
            const text::Run& run = run_of(paragraph->lines[0], number);
            CHECK(run.text == number);
            CHECK(is_shown_at(paragraph->lines[0], run.x, number));
        }
    }
}

TEST_CASE("a number has one font from its first to its last digit") {
    const auto paragraph = typesetter().layout(
        {"اتصل على 1-888-373-7888", text::Face::regular, 38, 0, true, "Noto Naskh Arabic"});
    CHECK(run_of(paragraph->lines[0], "373").text == "1-888-373-7888");
}

TEST_CASE(
    "runs are ordered from the right in an Arabic paragraph, and from the left in an English one") {
    CHECK(shown_text(layout_right_to_left("أرسل HOME إلى 741741")->lines[0]) ==
          "741741| إلى |HOME|أرسل ");
    CHECK(shown_text(layout("HOME إلى 741741")->lines[0]) == "HOME |إلى| 741741");
}

TEST_CASE("a word with digits stays one run") {
    for (const std::string word : {"K-12", "COVID-19", "F1-F105", "5G", "2nd"}) {
        CAPTURE(word);
        CHECK(run_of(layout_right_to_left("صف " + word + " هنا")->lines[0], word).text == word);
    }
}

TEST_CASE("a number that spells a word stays one run from left to right") {
    for (const std::string number : {"1-800-RUNAWAY", "1-800-4-A-CHILD", "414-220-SAFE"}) {
        CAPTURE(number);
        CHECK(run_of(layout_right_to_left("على المفاتيح " + number + " الآن")->lines[0], number)
                  .text == number);
        CHECK(run_of(layout_right_to_left("اتصل بـ" + number)->lines[0], number).text == number);
    }
}

TEST_CASE("has_right_to_left_letters() is true only for scripts that run from right to left") {
    for (const char* words : {"مرحبا", "שלום", "HOME إلى", "𐴀𐴝𐴦𐴝", "𞤀𞤁", "ﻡ"})
        CHECK_MESSAGE(text::has_right_to_left_letters(words), words);
    for (const char* words : {"", "Hello", "¡Hola!", "မြန်မာ", "988", "٩٨٨", "“…”", "ไทย", "ꯃꯩꯇꯩ"})
        CHECK_FALSE_MESSAGE(text::has_right_to_left_letters(words), words);
}

TEST_CASE("runs stand side by side from the left edge, and the line is as wide as all of them") {
    const auto paragraph = layout_right_to_left("أرسل HOME إلى 741741 (الآن)");
    int x = 0;
    for (const text::Run& run : paragraph->lines[0].runs) {
        CHECK(run.x == x);
        x += run.width;
    }
    CHECK(paragraph->lines[0].width == x);
}

TEST_CASE("brackets are mirrored in right-to-left text") {
    const auto mirrored = layout_right_to_left("أ(ب");
    const text::Run& bracket = run_of(mirrored->lines[0], "(");
    CHECK(bracket.is_right_to_left);
    CHECK(is_shown_at(mirrored->lines[0], bracket.x, ")"));
    CHECK_FALSE(is_shown_at(mirrored->lines[0], bracket.x, "("));
    CHECK(is_shown_at(layout("a(b")->lines[0], 0, "a(b"));
}

TEST_CASE("each line of an Arabic paragraph is ordered separately") {
    const std::string sentence = "أرسل HOME إلى 741741 الآن";
    const auto paragraph =
        layout_right_to_left(sentence, layout_right_to_left("أرسل HOME إلى")->width);
    CHECK(shown_text(*paragraph) == " إلى|HOME|أرسل \n الآن|741741");
}

TEST_CASE("direction control characters have their effect and are not drawn") {
    CHECK(layout("988\u200E\u2067\u2069\u202A\u202C\u061C\u200B")->width == layout("988")->width);
    CHECK(shown_text(layout("\u202Eabc\u202C")->lines[0]) == "abc");
    CHECK(layout("\u202Eabc\u202C")->lines[0].runs[0].is_right_to_left);
    CHECK(layout("\u2066\u2069")->lines[0].runs.empty());
}

TEST_CASE("unbalanced and deeply nested embeddings have no effect on other characters") {
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "\u202B\u2067\u202D";
    CHECK(layout(deep + "988")->width == layout("988")->width);
    CHECK(layout_right_to_left("\u2069\u202C988\u2066")->width == layout("988")->width);
}
