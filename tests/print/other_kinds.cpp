// The sheet for staff, stickers and the handout.
#include "print/pdf_reader.hpp"
#include "print/shipped_papers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace {

test::PdfReader paper(print::Kind kind, const std::string& language = "en") {
    print::PrintOptions options;
    options.kind = kind;
    return test::PdfReader(test::make_paper(test::shipped_content(), language, options));
}

auto count(const std::vector<test::PdfWord>& words, const char* text) {
    return std::ranges::count(words, text, &test::PdfWord::text);
}

} // namespace

TEST_CASE("the sheet for staff has one page with the number for reports and local numbers") {
    const std::vector<test::PdfWord> words = paper(print::Kind::staff).words();
    CHECK(words.back().page == 1);
    const auto report = std::ranges::find(words, "414-220-7233", &test::PdfWord::text);
    REQUIRE(report != words.end());
    CHECK(report->rect.h > 10);
    // The last one but one is hidden from students until somebody has called it.
    for (const char* number :
         {"414-647-8200", "414-933-2722", "414-877-8100", "414-587-2553", "1-888-373-7888"}) {
        CAPTURE(number);
        CHECK(count(words, number) == 1);
    }
    CHECK(count(words, "\xE2\x98\x90") == 6); // an empty box for each number nobody has called
}

TEST_CASE("a number that somebody has called has no empty box on the sheet for staff" *
          doctest::test_suite("sweep")) {
    content::Content content = test::shipped_content();
    for (content::HelpLine& help_line : content.help_lines) help_line.verified.by = "J. Rivera";
    print::PrintOptions options;
    options.kind = print::Kind::staff;
    const test::PdfReader sheet(test::make_paper(content, "en", options));
    CHECK(count(sheet.words(), "\xE2\x98\x90") == 0);
    CHECK(sheet.text().find("Rivera") != std::string::npos);
}

TEST_CASE("a sheet of stickers has thirty with four numbers each, in each language" *
          doctest::test_suite("sweep")) {
    for (const char* language : {"en", "es", "ar"}) {
        CAPTURE(language);
        const std::vector<test::PdfWord> words = paper(print::Kind::stickers, language).words();
        for (const char* number : {"988", "741741", "233733", "211"}) {
            CAPTURE(number);
            CHECK(count(words, number) == 30);
        }
    }
}

TEST_CASE("the handout has two pages, the lead of each section and each number") {
    const content::Content content = test::shipped_content();
    const std::vector<test::PdfWord> words = paper(print::Kind::handout).words();
    CHECK(words.back().page == 2);
    const std::string text = paper(print::Kind::handout).text();
    for (const content::Section& section : content.sections)
        if (section.audience == content::Audience::everyone)
            CHECK_MESSAGE(text.find(section.lead) != std::string::npos, section.id);
    for (const char* number : {"988", "741741", "233733", "211", "1-888-373-7888", "911"})
        CHECK_MESSAGE(text.find(number) != std::string::npos, number);
    for (const test::PdfWord& word : words) {
        CAPTURE(word.text);
        CHECK(word.rect.h >= 18 * print::mm_per_point);
    }
}

TEST_CASE("in Arabic, a Latin word stays beside what it belongs to") {
    const std::vector<test::PdfWord> words = paper(print::Kind::handout, "ar").words();
    const auto word = [&](const char* text) {
        const auto found = std::ranges::find_if(words, [&](const test::PdfWord& each) {
            return each.text.find(text) != std::string::npos;
        });
        REQUIRE_MESSAGE(found != words.end(), text);
        return found->rect;
    };
    // "Text HOME.", and then who answers, from right to left.
    CHECK(word("741741").x > word("HOME").right());
    CHECK(word("HOME").right() > word("Crisis").right());
}

TEST_CASE("in Arabic, the words that a program copies from a paper are those that were written") {
    const content::Content content = test::shipped_content();
    const content::Translation& arabic = content.translation_or_default("ar");
    const std::string text =
        test::letters_of(paper(print::Kind::handout, "ar").run("pdftotext {} -"));
    for (const content::Section& section : content.sections) {
        if (section.audience == content::Audience::staff) continue;
        std::istringstream lead{test::letters_of(std::string(arabic.translate(section.lead)))};
        for (std::string word; lead >> word;)
            CHECK_MESSAGE(text.find(" " + word + " ") != std::string::npos, word);
    }
}

TEST_CASE("no text of several lines ends with a line of one word, if that can be avoided" *
          doctest::test_suite("sweep")) {
    for (const char* language : {"en", "es", "ar"}) {
        CAPTURE(language);
        // A page is read line by line. Only the texts of sections are this large.
        std::istringstream lines(
            paper(print::Kind::handout, language).run("pdftotext -layout {} -"));
        std::string before;
        for (std::string line; std::getline(lines, line); before = line) {
            std::erase(line, '\f'); // begins a page
            const bool has_one_word = !line.empty() && line.find(' ') == std::string::npos;
            CHECK_MESSAGE(!(has_one_word && before.size() > 40), line);
        }
    }
}

TEST_CASE("what the kiosk says is on the paper, or in the list of what was left out" *
          doctest::test_suite("sweep")) {
    const content::Content content = test::shipped_content();
    print::PrintOptions options;
    const auto left_out = [&](print::Kind kind) {
        options.kind = kind;
        return print::make_paper(content, content.translations.front(), options).left_out;
    };
    const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
        return std::ranges::find(lines, line) != lines.end();
    };
    const std::vector<std::string> poster = left_out(print::Kind::poster);
    CHECK(has(poster, "section what: all of it"));
    CHECK(has(poster, "help line runaway: all of it"));
    CHECK(has(poster, "help line crisis: also: 1-800-273-8255"));
    CHECK(!has(poster, "help line crisis: remember: Remember 9-8-8."));
    CHECK(!has(poster, "section staff: all of it"));

    const std::vector<std::string> handout = left_out(print::Kind::handout);
    const std::string text = paper(print::Kind::handout).text();
    CHECK(handout.size() > 50);
    for (const std::string& line : handout) {
        if (!line.starts_with("section ")) continue;
        CHECK_MESSAGE(text.find(line.substr(line.find(": ") + 2)) == std::string::npos, line);
    }
    const std::vector<std::string> staff = left_out(print::Kind::staff);
    CHECK(std::ranges::none_of(
        staff, [](const std::string& line) { return line.starts_with("section"); }));
    CHECK(has(staff, "help line crisis: all of it"));
}
