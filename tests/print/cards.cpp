// Pocket cards: ten to a sheet, neutral outside.
#include "print/pdf_reader.hpp"
#include "print/shipped_papers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

test::PdfReader cards(const std::string& language) {
    print::PrintOptions options;
    options.kind = print::Kind::cards;
    return test::PdfReader(test::make_paper(test::shipped_content(), language, options));
}

} // namespace

TEST_CASE("a sheet has ten cards with each number inside, and none outside, in each language" *
          doctest::test_suite("sweep")) {
    for (const char* language : {"en", "es", "ar"}) {
        CAPTURE(language);
        const std::vector<test::PdfWord> words = cards(language).words();
        for (const char* number : {"741741", "233733", "211"}) {
            CAPTURE(number);
            CHECK(std::ranges::count(words, number, &test::PdfWord::text) == 10);
        }
        for (const test::PdfWord& word : words)
            if (word.page == 1)
                CHECK(std::ranges::none_of(word.text, [](char c) { return c >= '0' && c <= '9'; }));
    }
}

TEST_CASE("each card that is cut out can be read from a copy of a copy" *
          doctest::test_suite("sweep")) {
    const test::GrayPicture picture = cards("en").picture(2);
    const test::GrayPicture copy = test::photocopy(test::photocopy(picture));
    for (int i = 0; i < 10; ++i) {
        CAPTURE(i);
        const print::Rect card{19.05 + i % 2 * 88.9, 12.7 + i / 2 * 50.8, 88.9, 50.8};
        const std::vector<std::string> payload{"tel:988"};
        CHECK(test::read_codes(test::torn_off(copy, card)) == payload);
        CHECK(test::read_with_zxing(test::torn_off(picture, card)) == payload);
    }
}
