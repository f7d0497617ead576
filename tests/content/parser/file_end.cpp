// A file that was cut off must be refused wherever it was cut.
#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

content::LoadResult parse_content(const std::string& text) {
    return content::parse({"content.yaml", text},
                          content::SourceFile{"site.yaml", "languages: [en]\n"},
                          [](std::string_view) { return std::nullopt; });
}

content::LoadResult parse_spanish(const std::string& text) {
    const std::string content = sample::with_end(
        sample::with("  place: lobby\n", "  place: lobby\n  languages: [en, es]\n"));
    return content::parse({"content.yaml", content}, std::nullopt, [&](std::string_view) {
        return content::SourceFile{"es.yaml", text};
    });
}

std::string problems_of(const content::LoadResult& loaded) {
    std::string printed;
    for (const content::Problem& problem : loaded.problems) printed += to_string(problem);
    return printed;
}

// Returns the end of each line, with its line break or without it, the middle of every eighth line,
// and every byte of the last two lines.
std::set<std::size_t> places_to_cut(const std::string& text) {
    std::set<std::size_t> places{0};
    std::size_t line_start = 0;
    for (std::size_t line = 0; line_start < text.size(); ++line) {
        const std::size_t line_end = text.find('\n', line_start);
        places.insert(line_end + line % 2);
        if (line % 8 == 0) places.insert((line_start + line_end) / 2);
        line_start = line_end + 1;
    }
    for (std::size_t back = 1; back < 120; ++back) places.insert(text.size() - back);
    // Without its last line break the file is still whole.
    places.erase(text.size());
    places.erase(text.size() - 1);
    return places;
}

const std::string end_advice =
    "if a part is missing, get the whole file again; if all of it is there, "
    "write as its last line: end: true";

} // namespace

TEST_CASE("content.yaml is refused wherever it is cut off, and accepted as a whole" *
          doctest::test_suite("sweep")) {
    const std::string whole = read_file(KIOSK_SOURCE "/content.yaml");
    REQUIRE(problems_of(parse_content(whole)) == "");
    CHECK(parse_content(whole.substr(0, whole.size() - 1)).content);
    const auto places = places_to_cut(whole);
    REQUIRE(places.size() > 500);
    for (const std::size_t place : places) {
        CAPTURE(place);
        const content::LoadResult cut = parse_content(whole.substr(0, place));
        CHECK(cut.content == nullptr);
        CHECK(has_error(cut.problems));
    }
}

TEST_CASE("a translation is refused wherever it is cut off, and accepted as a whole" *
          doctest::test_suite("sweep")) {
    const std::string whole = sample::with_end(sample::spanish);
    REQUIRE(problems_of(parse_spanish(whole)) == "");
    for (std::size_t place = 0; place + 1 < whole.size(); ++place) {
        CAPTURE(place);
        CHECK(parse_spanish(whole.substr(0, place)).content == nullptr);
    }
}

TEST_CASE("the error of a cut file names its last line, and following its advice repairs it") {
    const std::string cut = sample::content;
    CHECK(problems_of(parse_content(cut)) ==
          R"(content.yaml:28:34: error: the file ends here, without the line "end: true"
   28 |       - text: There are two kinds.
      |                                  ^
      = if a part is missing, get the whole file again; if all of it is there, write as its last line: end: true
)");
    CHECK(problems_of(parse_content(cut + "end: true\n")) == "");
    CHECK(problems_of(parse_content(cut + "end: true")) == "");
    CHECK(problems_of(parse_content(cut + "\n# The end.\nend: true # all\n\n# Ours.\n")) == "");
}

TEST_CASE("nothing else that a cut file lacks is reported") {
    const std::string cut = sample::content.substr(0, sample::content.find("strip:"));
    CHECK(problems_of(parse_content(cut)) ==
          R"(content.yaml:16:52: error: the file ends here, without the line "end: true"
   16 |     verified: {on: 2026-09-14, source: its own page}
      |                                                    ^
      = if a part is missing, get the whole file again; if all of it is there, write as its last line: end: true
)");
    const content::LoadResult translation =
        parse_spanish("language: {code: es, name: Español, direction: ltr}\n");
    REQUIRE(translation.problems.size() == 1);
    CHECK(translation.problems.front().message ==
          "the file ends here, without the line \"end: true\"");
}

TEST_CASE("only \"end: true\" as the last key of the file is its end") {
    for (const std::string end :
         {"end:", "end: t", "end: tru", "end: false", "end: [true]", "end: {}", "end"}) {
        CAPTURE(end);
        const content::LoadResult loaded = parse_content(sample::content + end);
        CHECK(loaded.content == nullptr);
    }
    // The line belongs to a block, because it is indented.
    const content::LoadResult indented = parse_content(sample::content + "    end: true\n");
    REQUIRE(indented.problems.size() == 2);
    CHECK(indented.problems[0].message == "unknown key \"end\"");
    CHECK(indented.problems[1].suggestion == end_advice);
    // A shorter file that was written over a longer one is followed by the rest of that.
    CHECK(problems_of(parse_content("end: true\n" + sample::content)) ==
          R"(content.yaml:23:1: error: this comes after "end: true"
   23 | sections:
      | ^~~~~~~~
      = move "end: true" to the last line of the file
)");
}
