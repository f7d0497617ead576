// The numbers and the QR codes of the poster, also on bad copies.
#include "print/pdf_reader.hpp"
#include "print/shipped_papers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace {

// The payloads of the help lines of the strip, in its order, made without the code under test.
const std::map<std::string, std::vector<std::string>> payloads{
    {"en", {"tel:988", "SMSTO:741741:HOME", "SMSTO:233733:HELP", "tel:211"}},
    {"es", {"tel:988", "SMSTO:741741:AYUDA", "SMSTO:233733", "tel:211"}},
    {"ar", {"tel:988", "SMSTO:741741:HOME", "SMSTO:233733:HELP", "tel:211"}}};

// The codes of four cards, and of the tabs.
std::vector<std::string> expected_codes(const std::string& language, int tab_count) {
    const std::vector<std::string>& each = payloads.at(language);
    std::vector<std::string> all = each;
    for (int i = 0; i < tab_count; ++i) all.push_back(each[static_cast<std::size_t>(i) % 4]);
    std::ranges::sort(all);
    return all;
}

test::PdfReader poster(const std::string& language, int tab_count = 8,
                       print::Paper paper = print::Paper::letter) {
    print::PrintOptions options;
    options.paper = paper;
    options.tab_count = tab_count;
    return test::PdfReader(test::make_paper(test::shipped_content(), language, options));
}

} // namespace

TEST_CASE("a poster has each number large on its card and on two of eight tabs, in each language") {
    for (const char* language : {"en", "es", "ar"}) {
        CAPTURE(language);
        const std::vector<test::PdfWord> words = poster(language).words();
        for (const char* number : {"988", "741741", "233733", "211"}) {
            const auto count_in = [&](auto is_place) {
                return std::ranges::count_if(words, [&](const test::PdfWord& word) {
                    const double size = std::min(word.rect.w, word.rect.h);
                    return word.text == number && size >= 8 && is_place(word.rect.y);
                });
            };
            CAPTURE(number);
            CHECK(count_in([](double y) { return y < 205; }) == 1);
            CHECK(count_in([](double y) { return y > 211; }) == 2);
        }
        CHECK(std::ranges::count(words, "911", &test::PdfWord::text) == 1);
        CHECK(std::ranges::any_of(words, [](const test::PdfWord& word) {
            // In Arabic, the dot after it is at its left.
            return word.text.find("1-888-373-7888") != std::string::npos;
        }));
    }
}

TEST_CASE("tabs do not name the topic, and the poster does in small type") {
    for (const test::PdfWord& word : poster("en").words()) {
        if (!word.text.starts_with("Traffick") && word.text != "Suicide") continue;
        CHECK(word.rect.bottom() < 211);
        CHECK(word.rect.h < 5);
    }
}

TEST_CASE("each payload of a poster, and of its copy, can be read by a second reader" *
          doctest::test_suite("sweep")) {
    for (const char* language : {"en", "es", "ar"}) {
        CAPTURE(language);
        const test::GrayPicture picture = poster(language).picture();
        for (std::vector<std::string> codes :
             {test::read_with_zxing(picture), test::read_with_zxing(test::photocopy(picture))}) {
            CHECK(codes.size() >= 8); // of 12: a page with many codes confuses this reader
            codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
            std::vector<std::string> expected = payloads.at(language);
            std::ranges::sort(expected);
            CHECK(codes == expected);
        }
    }
}

TEST_CASE("each QR code of a poster can be read from a copy, and each payload from a copy of it" *
          doctest::test_suite("sweep")) {
    for (const char* language : {"en", "es", "ar"}) {
        CAPTURE(language);
        const test::GrayPicture copy = test::photocopy(poster(language).picture());
        CHECK(test::read_codes(copy) == expected_codes(language, 8));
        std::vector<std::string> second = test::read_codes(test::photocopy(copy));
        CHECK(second.size() >= 10);
        second.erase(std::unique(second.begin(), second.end()), second.end());
        CHECK(second.size() == 4);
    }
}

TEST_CASE("each tab can be read when it is torn off, also if there are more than eight" *
          doctest::test_suite("sweep")) {
    struct Row {
        int tab_count;
        print::Paper paper;
        double pitch; // from one line to cut along to the next
    };
    constexpr Row rows[] = {{8, print::Paper::letter, 26.17},
                            {8, print::Paper::a4, 25.33},
                            {10, print::Paper::letter, 20.71},
                            {9, print::Paper::a4, 22.56}};
    for (const Row& row : rows) {
        CAPTURE(row.tab_count);
        CAPTURE(row.pitch);
        const print::PageSize size = print::page_size(row.paper);
        const test::GrayPicture picture = poster("en", row.tab_count, row.paper).picture();
        const test::GrayPicture copy = test::photocopy(picture);
        const double left = (size.width_mm - row.tab_count * row.pitch) / 2;
        for (int i = 0; i < row.tab_count; ++i) {
            CAPTURE(i);
            const print::Rect tab{left + i * row.pitch, size.height_mm - 68.8, row.pitch, 68.8};
            const std::vector payload{payloads.at("en")[static_cast<std::size_t>(i) % 4]};
            CHECK(test::read_codes(test::torn_off(copy, tab)) == payload);
            CHECK(test::read_with_zxing(test::torn_off(picture, tab)) == payload);
        }
    }
}

TEST_CASE("without words for paper, what others may find has only the number, and a note says so" *
          doctest::test_suite("sweep")) {
    content::Content content = test::shipped_content();
    for (content::HelpLine& help_line : content.help_lines)
        if (help_line.id == "hotline") help_line.paper = "";
    const auto paper = [&](print::Kind kind) {
        print::PrintOptions options;
        options.kind = kind;
        return print::make_paper(content, content.translations.front(), options);
    };
    const auto need_count = [](const print::PrintedPaper& printed) {
        const std::vector<test::PdfWord> words = test::PdfReader(printed.pdf).words();
        CHECK(std::ranges::count(words, "233733", &test::PdfWord::text) >= 3);
        return std::ranges::count(words, "controls", &test::PdfWord::text);
    };
    const std::string end = ". To say when it helps, add \"paper\" to it in content.yaml, in words "
                            "that do not name the topic.";
    CHECK(content.find_help_line("hotline")->need == "Someone controls you");
    const print::PrintedPaper poster = paper(print::Kind::poster);
    CHECK(need_count(poster) == 1); // on its card
    CHECK(poster.notes == std::vector<std::string>{
                              "The help line \"hotline\" has no \"paper\", so its tabs have only "
                              "its number: others may find a tab" +
                              end});
    const print::PrintedPaper cards = paper(print::Kind::cards);
    CHECK(need_count(cards) == 0);
    CHECK(cards.notes ==
          std::vector<std::string>{
              "The help line \"hotline\" has no \"paper\", so the cards have only its "
              "number: others may find them" +
              end});
    const print::PrintedPaper stickers = paper(print::Kind::stickers);
    CHECK(need_count(stickers) == 0);
    CHECK(stickers.notes.size() == 1);
    CHECK(paper(print::Kind::handout).notes.empty());
    content = test::shipped_content();
    CHECK(paper(print::Kind::poster).notes.empty());
}

TEST_CASE("more tabs than have space for a QR code are refused") {
    CHECK_THROWS_WITH_AS(
        poster("en", 10, print::Paper::a4),
        "10 tabs are too narrow for QR codes on this paper; choose fewer with --tabs",
        std::runtime_error);
}
