#include "content/problem.hpp"

#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <string>

using content::Problem;
using content::Severity;

namespace {

Problem problem_at(int column, int length, std::string source) {
    Problem problem;
    problem.file = "content.yaml";
    problem.line = 12;
    problem.column = column;
    problem.message = "wrong";
    problem.source_line = std::move(source);
    problem.length = length;
    return problem;
}

} // namespace

TEST_CASE("a problem is printed with its source line, a caret and the suggestion") {
    Problem problem = problem_at(5, 6, "    tittle: What it is");
    problem.message = "unknown key \"tittle\"";
    problem.suggestion = "write \"title\"";
    CHECK(to_string(problem) == R"(content.yaml:12:5: error: unknown key "tittle"
   12 |     tittle: What it is
      |     ^~~~~~
      = write "title"
)");
}

TEST_CASE("a warning is printed as such, without a suggestion if it has none") {
    Problem problem = problem_at(1, 1, "strip: []");
    problem.severity = Severity::warning;
    CHECK(to_string(problem) == R"(content.yaml:12:1: warning: wrong
   12 | strip: []
      | ^
)");
}

TEST_CASE("a problem with the whole file is printed without a source line") {
    Problem problem;
    problem.file = "content.yaml";
    problem.message = "is 50 MB, at most 1 MB";
    CHECK(to_string(problem) == "content.yaml: error: is 50 MB, at most 1 MB\n");
}

TEST_CASE("the caret is below its character after accents, wide characters, marks and tabs") {
    CHECK(to_string(problem_at(5, 4, "ñó: tres")) == R"(content.yaml:12:5: error: wrong
   12 | ñó: tres
      |     ^~~~
)");
    CHECK(to_string(problem_at(4, 2, "中文 한국")) == R"(content.yaml:12:4: error: wrong
   12 | 中文 한국
      |      ^~~~
)");
    CHECK(to_string(problem_at(3, 1, "e\u0301x")) ==
          "content.yaml:12:3: error: wrong\n   12 | e\u0301x\n      |  ^\n");
    CHECK(to_string(problem_at(4, 1, "\ta\tb")) ==
          "content.yaml:12:4: error: wrong\n   12 | \ta\tb\n      | \t \t^\n");
}

TEST_CASE("a long line is shortened to the part around the caret") {
    const std::string line = sample::repeated(200, "abcdefghi ");
    CHECK(to_string(problem_at(1001, 9, line)) ==
          "content.yaml:12:1001: error: wrong\n   12 | …" + std::string("i ") +
              sample::repeated(9, "abcdefghi ") + "abcd…\n      | " + std::string(33, ' ') +
              "^~~~~~~~~\n");
    CHECK(to_string(problem_at(1, 9, line)) == "content.yaml:12:1: error: wrong\n   12 | " +
                                                   sample::repeated(9, "abcdefghi ") +
                                                   "abcdef…\n      | ^~~~~~~~~\n");
    CHECK(to_string(problem_at(1991, 9, line)) ==
          "content.yaml:12:1991: error: wrong\n   12 | …" + std::string("i ") +
              sample::repeated(3, "abcdefghi ") + sample::repeated(1, "abcdefghi ") + "\n      | " +
              std::string(33, ' ') + "^~~~~~~~~\n");
}

TEST_CASE("the underline ends at the end of the printed line") {
    CHECK(to_string(problem_at(3, 40, "abcd")) ==
          "content.yaml:12:3: error: wrong\n   12 | abcd\n      |   ^~\n");
    CHECK(to_string(problem_at(9, 3, "abcd")) ==
          "content.yaml:12:9: error: wrong\n   12 | abcd\n      |     ^\n");
    CHECK(to_string(problem_at(1, 1, "")) ==
          "content.yaml:12:1: error: wrong\n   12 | \n      | ^\n");
}

TEST_CASE("control characters are removed, so that a line cannot control the terminal") {
    CHECK(to_string(problem_at(6, 1, "\x1b[2Jab")) ==
          "content.yaml:12:6: error: wrong\n   12 | \uFFFD[2Jab\n      |      ^\n");
    CHECK(content::quote("a\x1b[2J\nb") == "\"a [2J b\"");
    CHECK(content::quote("a\xC2\x9B"
                         "b") == "\"a b\""); // C1 too
}

TEST_CASE("bytes that are not UTF-8 are each replaced by U+FFFD") {
    CHECK(to_string(problem_at(4, 1, "a\xFF\xC3(")) ==
          "content.yaml:12:4: error: wrong\n   12 | a\uFFFD\uFFFD(\n      |    ^\n");
}

TEST_CASE("quote() shortens texts of more than 60 characters") {
    CHECK(content::quote(std::string(60, 'x')) == "\"" + std::string(60, 'x') + "\"");
    CHECK(content::quote(std::string(61, 'x')) == "\"" + std::string(60, 'x') + "…\"");
}

TEST_CASE("a line number of six digits makes the margin wider") {
    Problem problem = problem_at(2, 1, "ab");
    problem.line = 123456;
    problem.suggestion = "write";
    CHECK(to_string(problem) == R"(content.yaml:123456:2: error: wrong
123456 | ab
       |  ^
       = write
)");
}

TEST_CASE("problems are sorted by file, line and column") {
    std::vector<Problem> problems{problem_at(2, 1, ""), problem_at(1, 1, ""), problem_at(1, 1, ""),
                                  problem_at(9, 1, "")};
    problems[2].file = "a.yaml";
    problems[3].line = 2;
    sort_problems(problems);
    CHECK(problems[0].file == "a.yaml");
    CHECK(problems[1].line == 2);
    CHECK(problems[2].column == 1);
    CHECK(problems[3].column == 2);
}
