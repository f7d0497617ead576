#include "text/bidi.hpp"

#include "base/utf8.hpp"
#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
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

// Returns the text with its digits in another script.
std::string in_script(std::string_view words, char32_t zero) {
    std::string result;
    for (const char letter : words) {
        if (base::is_digit(letter))
            base::append_utf8(result, zero + static_cast<char32_t>(letter - '0'));
        else
            result += letter;
    }
    return result;
}

// Returns the runs from left to right without a bar, but each run that is read from right to left
// as a bar.
std::string left_to_right_text(const text::Line& line) {
    std::string joined;
    for (const text::Run& run : line.runs) joined += run.is_right_to_left ? "|" : run.text;
    return joined;
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

TEST_CASE("a phone number in an Arabic sentence keeps its order however it is written") {
    for (const std::string form : {"(414) 555-0123",
                                   "414 555 0123",
                                   "414\u00A0555\u00A00123",
                                   "+1 414 555 0123",
                                   "+1 (414) 555-0123",
                                   "1 (414) 555 0123",
                                   "414\u2013555\u20130123",
                                   "414.555.0123",
                                   "414/555/0123",
                                   "414 - 555 - 0123",
                                   "414 \u2013 555 \u2013 0123",
                                   "414\u2011555\u20110123",
                                   "414\u2212555\u22120123",
                                   "414•555•0123",
                                   "9-8-8",
                                   "9 8 8",
                                   "1 800 RUNAWAY",
                                   "(414) 220-SAFE",
                                   "0800 123 456",
                                   "+44 20 7946 0958",
                                   "414-555-0123x12"}) {
        for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u1040', U'\u0966'}) {
            const std::string number = in_script(form, zero);
            for (const std::string& sentence :
                 {"اتصل على " + number + " الآن", "اتصل على " + number, number + " اتصل",
                  "اتصل (" + number + ").", "اتصل: " + number + "، الآن"}) {
                CAPTURE(sentence);
                const auto paragraph = layout_right_to_left(sentence);
                CHECK(left_to_right_text(paragraph->lines[0]).find(number) != std::string::npos);
            }
        }
    }
}

TEST_CASE("each of several numbers in an Arabic sentence keeps its order") {
    CHECK(
        shown_text(layout_right_to_left("اتصل 414 555 0123 أو (414) 555-0124 أو 988")->lines[0]) ==
        "988| أو |(414) 555-0124| أو |414 555 0123|اتصل ");
    CHECK(shown_text(layout_right_to_left("٤١٤-٥٥٥-٠١٢٣ أو ٩-٨-٨")->lines[0]) ==
          "٩-٨-٨| أو |٤١٤-٥٥٥-٠١٢٣");
}

TEST_CASE("a phone number that is cut over several lines keeps the order of its digits") {
    for (const std::string number : {"(414) 555-0123", "414 555 0123", "٤١٤ ٥٥٥ ٠١٢٣"}) {
        const auto whole = layout_right_to_left(number);
        for (int width = 20; width <= whole->width; width += 7) {
            CAPTURE(width);
            std::string shown;
            for (const text::Line& line : layout_right_to_left(number, width)->lines)
                for (const text::Run& run : line.runs) {
                    CHECK_FALSE(run.is_right_to_left);
                    shown += run.text;
                }
            std::string expected = number;
            std::erase(expected, ' ');
            std::erase(shown, ' ');
            CHECK(shown == expected);
        }
    }
}

TEST_CASE("digits of scripts that are written from right to left stay so as one phone number") {
    for (const std::string number :
         {"߄߁߄-߅߅߅-߀߁߂߃", "(߄߁߄) ߅߅߅ ߀߁߂߃", "𞥔𞥑𞥔 𞥕𞥕𞥕 𞥐𞥑𞥒𞥓"}) {
        CAPTURE(number);
        const auto groups = text::digit_groups(text::decode_text(number));
        REQUIRE(groups.size() == 1);
        CHECK(groups[0].is_right_to_left);
        for (const text::Run& run : layout_right_to_left(number)->lines[0].runs)
            CHECK(run.is_right_to_left);
    }
}

TEST_CASE("dates, times, prices and ages read as before in an Arabic sentence") {
    for (const std::string number : {"2026-11-01", "11/01/2026", "24/7", "11-17", "1,000"}) {
        const auto paragraph = layout_right_to_left("منذ " + number + " هنا");
        CHECK(run_of(paragraph->lines[0], number).text == number);
    }
    // A range with a dash or in Arabic digits begins at the right, as Arabic readers expect.
    CHECK(shown_text(layout_right_to_left("من ١١–١٧ سنة")->lines[0]) == " سنة|١٧|–|١١|من ");
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

TEST_CASE("begins_with_right_to_left_letter() looks at the first letter") {
    for (const char* words : {"مرحبا", "“שלום” hello", "12 مرحبا"})
        CHECK_MESSAGE(text::begins_with_right_to_left_letter(words), words);
    for (const char* words : {"", "Hello", "HOME إلى", "988"})
        CHECK_FALSE_MESSAGE(text::begins_with_right_to_left_letter(words), words);
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
