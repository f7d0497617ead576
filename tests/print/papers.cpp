// What holds for every kind of paper: it is a sound PDF file, nothing is outside the margins, and
// each language is complete.
#include "print/pdf_reader.hpp"
#include "print/shipped_papers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace {

// Texts for staff are in English only.
struct NamedKind {
    const char* name;
    print::Kind kind;
    bool is_translated = true;
};
constexpr NamedKind kinds[] = {{"poster", print::Kind::poster},
                               {"cards", print::Kind::cards},
                               {"stickers", print::Kind::stickers},
                               {"handout", print::Kind::handout},
                               {"staff", print::Kind::staff, false}};

print::PrintOptions options(print::Kind kind, print::Paper paper = print::Paper::letter) {
    print::PrintOptions options;
    options.kind = kind;
    options.paper = paper;
    return options;
}

// Runs `check` with each kind of paper in each language, and in both sizes.
template <class Check>
void for_each_paper(Check check) {
    const content::Content content = test::shipped_content();
    REQUIRE(content.translations.size() == 3);
    constexpr std::pair<const char*, print::Paper> papers[] = {{"en", print::Paper::letter},
                                                               {"en", print::Paper::a4},
                                                               {"es", print::Paper::letter},
                                                               {"ar", print::Paper::a4}};
    for (const auto& [kind_name, kind, is_translated] : kinds) {
        const char* const name = kind_name; // CAPTURE() cannot capture a structured binding
        for (const auto& [language_code, paper_size] : papers) {
            const char* const language = language_code;
            const print::Paper paper = paper_size;
            if (!is_translated && std::string(language) != "en") continue;
            CAPTURE(name);
            CAPTURE(language);
            CAPTURE(static_cast<int>(paper));
            check(options(kind, paper), language,
                  test::make_paper(content, language, options(kind, paper)));
        }
    }
}

std::string error_of(const content::Content& content, const print::PrintOptions& options) {
    try {
        test::make_paper(content, "en", options);
        return "(no error)";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("every paper is a sound PDF file, tagged, with all fonts, a title and its language" *
          doctest::test_suite("sweep")) {
    for_each_paper([](const print::PrintOptions& options, const std::string& language,
                      const std::string& pdf) {
        const test::PdfReader reader(pdf);
        CHECK(reader.run("qpdf --check {}").find("No syntax or stream encoding errors") !=
              std::string::npos);
        const std::string info = reader.run("pdfinfo {}");
        CHECK(info.find("Tagged:          yes") != std::string::npos);
        CHECK(info.find("Title:           ") != std::string::npos);
        const bool has_two_pages =
            options.kind == print::Kind::cards || options.kind == print::Kind::handout;
        CHECK(info.find(has_two_pages ? "Pages:           2\n" : "Pages:           1\n") !=
              std::string::npos);
        CHECK(reader.run("qpdf --qdf {} - | strings").find("/Lang (" + language + ")") !=
              std::string::npos);
        const std::string fonts = reader.run("pdffonts {} | awk 'NR > 2 {print $(NF - 4)}'");
        CHECK(!fonts.empty());
        CHECK(fonts.find("no") == std::string::npos);
    });
}

TEST_CASE("the same content gives the same file, byte by byte" * doctest::test_suite("sweep")) {
    const content::Content content = test::shipped_content();
    for (const auto& [kind_name, kind, is_translated] : kinds) {
        const char* const name = kind_name;
        CAPTURE(name);
        CHECK(test::make_paper(content, "ar", options(kind)) ==
              test::make_paper(content, "ar", options(kind)));
    }
}

TEST_CASE("the date of a file is that of the newest fact in it, not that of printing it") {
    content::Content content = test::shipped_content();
    using namespace std::chrono_literals;
    content.help_lines.front().verified.on = {2031y, std::chrono::February, 3d};
    const test::PdfReader reader(test::make_paper(content, "en", options(print::Kind::stickers)));
    const std::string info = reader.run("pdfinfo -isodates {}");
    CHECK(info.find("CreationDate:    2031-02-03T00:00:00") != std::string::npos);
    CHECK(info.find("ModDate:         2031-02-03T00:00:00") != std::string::npos);
}

TEST_CASE("everything but the lines to cut along is where printers print" *
          doctest::test_suite("sweep")) {
    for_each_paper(
        [](const print::PrintOptions& options, const std::string&, const std::string& pdf) {
            const test::GrayPicture picture = test::PdfReader(pdf).picture();
            const bool has_tabs = options.kind == print::Kind::poster;
            const int margin = test::pixels(print::printer_margin_mm);
            const int tear_line = picture.height - test::pixels(68.8);
            int dark_count = 0, dark_at_bottom_count = 0;
            for (int y = 0; y < picture.height; ++y) {
                const bool is_at_bottom = y >= picture.height - margin;
                const bool is_whole_row = y < margin || is_at_bottom;
                if (has_tabs && std::abs(y - tear_line) < 5) continue;
                for (int x = 0; x < picture.width; ++x) {
                    if (!is_whole_row && x == margin) x = picture.width - margin;
                    if (picture.at(x, y) > 200) continue;
                    (is_at_bottom ? dark_at_bottom_count : dark_count) += 1;
                }
            }
            CHECK(dark_count == 0);
            const int marks = has_tabs ? (options.tab_count - 1) * test::pixels(4.2) * 3 : 0;
            CHECK(dark_at_bottom_count <= marks);
        });
}

TEST_CASE("every text of a paper is translated") {
    content::Content content = test::shipped_content();
    content.site.school = "Your School Name";
    content::Translation& translation = content.translations[1];
    for (auto& [english, text] : translation.texts)
        if (std::ranges::none_of(english, [](char letter) { return letter == '{'; })) text = "ж";
    for (auto& [english, text] : translation.texts)
        if (text != "ж") text = text.substr(text.find('{'), text.find('}') + 1 - text.find('{'));
    for (const auto& [kind_name, kind, is_translated] : kinds) {
        const char* const name = kind_name;
        if (!is_translated) continue;
        CAPTURE(name);
        const std::string text =
            test::PdfReader(test::make_paper(content, translation.code, options(kind))).text();
        CHECK(text.find("ж") != std::string::npos);
        for (const char letter : text) CHECK_MESSAGE(!(letter >= 'a' && letter <= 'z'), text);
    }
}

TEST_CASE("a translation that nobody has reviewed says on paper that it is a draft" *
          doctest::test_suite("sweep")) {
    content::Content content = test::shipped_content();
    const auto poster = [&] {
        return test::PdfReader(test::make_paper(content, "es", options(print::Kind::poster)))
            .text();
    };
    CHECK(poster().find("borrador") != std::string::npos);
    content.translations[1].reviewed_by = "J. Rivera";
    CHECK(poster().find("borrador") == std::string::npos);
}

TEST_CASE("a text that does not fit in the smallest type is an error that names it") {
    content::Content content = test::shipped_content();
    for (content::HelpLine& help_line : content.help_lines)
        if (help_line.id == "hotline") help_line.remember_text = std::string(400, 'm');
    CHECK(error_of(content, options(print::Kind::poster)) ==
          "the texts of the help line \"hotline\" do not fit on the poster in the smallest type "
          "that can be read there; shorten them, or name fewer lines with --lines");
    content = test::shipped_content();
    content.site.school = std::string(200, 'm');
    CHECK(error_of(content, options(print::Kind::cards))
              .ends_with("in type of 7 points, the smallest that is used there; shorten it, or "
                         "print fewer lines with --lines"));
}

TEST_CASE("--lines chooses help lines, and says why one cannot be chosen") {
    const content::Content content = test::shipped_content();
    print::PrintOptions chosen = options(print::Kind::poster);
    const auto error = [&](const std::vector<std::string>& ids) {
        chosen.lines = ids;
        return error_of(content, chosen);
    };
    CHECK(error({"runaway", "hotline"}) == "(no error)");
    CHECK(error({"emergency"}) == "--lines: \"emergency\" is on the paper anyway");
    CHECK(error({"cps"}) == "--lines: \"cps\" is for staff only");
    CHECK(error({"new-paths"}) == "--lines: \"new-paths\" is hidden until somebody has called it");
    CHECK(error({"988"}).starts_with("--lines: \"988\" is no help line; choose from: local, "));
    CHECK(error({"local", "crisis", "crisis-text", "hotline", "runaway"}) ==
          "a poster has space for 1 to 4 help lines, not 5; name fewer with --lines");
    chosen.lines = {"runaway"};
    const std::string text = test::PdfReader(test::make_paper(content, "en", chosen)).text();
    CHECK(text.find("1-800-786-2929") != std::string::npos);
    CHECK(text.find("741741") == std::string::npos);
}
