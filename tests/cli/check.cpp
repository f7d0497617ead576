#include "cli/check.hpp"

#include "cli/places.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

namespace {

namespace fs = std::filesystem;

const std::string good = R"(site: {school: Sample School, place: lobby, languages: [en, es]}
help_lines:
  - {id: crisis, name: Crisis Lifeline, label: Crisis line, call: "988", remember: Remember., answers: A person.,
     hours: Always., cost: Free., languages: English., reports: Little., verified: {on: 2026-09-14, source: a page}}
  - {id: local, name: Local, label: Local, call: "211", remember: Remember., answers: A person., hours: Always.,
     cost: Free., languages: English., reports: Little.,
     verified: {on: 2024-01-02, source: a page}}
strip: [crisis]
home: {headline: Be safe., line: Facts., privacy: Nothing is saved.}
sections:
  - {id: what, title: What it is, icon: lock, lead: It is not your fault., blocks: [{text: There are two kinds.}]}
  - {id: staff, title: For staff, icon: school, audience: staff, lead: Report it., blocks: [{text: Call at once.}]}
)";

const std::string spanish = R"(language: {code: es, name: Español, direction: ltr, reviewed_by: Ana}
texts: [{en: Free., es: Gratis.}]
)";

// A folder with content files, which is gone when the test is over.
class Folder {
public:
    Folder() {
        fs::create_directories(path / "translations");
        write("content.yaml", good);
        write("translations/es.yaml", spanish);
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
    std::string file(const std::string& name) const { return (path / name).string(); }
    content::Sources sources() const { return {path / "content.yaml", std::nullopt, path / "translations"}; }

    const fs::path path = fs::temp_directory_path() / ("kiosk-check-" + std::to_string(std::random_device{}()));
};

struct Printed {
    int exit_code;
    std::string out, err;
};

Printed check(const Folder& folder, cli::Form form) {
    using namespace std::chrono_literals;
    std::ostringstream out;
    std::ostringstream err;
    const content::Surroundings surroundings{std::chrono::year_month_day{2026y, std::chrono::November, 23d},
                                             {}};
    const int exit_code = cli::check(folder.sources(), surroundings, form, out, err);
    return {exit_code, out.str(), err.str()};
}

} // namespace

TEST_CASE("good content: a summary, and the warnings apart from it") {
    const Folder folder;
    const Printed printed = check(folder, cli::Form::text);
    CHECK(printed.exit_code == 0);
    CHECK(printed.out == R"(sections: 2
  what         reading grade 1.6
  staff        reading grade 1.6, for staff
lines of help: 2, the oldest verified on 2024-01-02 (local)
languages: 2
  en English
  es Español, 1 of 18 texts, reviewed by Ana
)");
    CHECK(printed.err == folder.file("content.yaml") +
                             R"(:7:21: warning: nobody has called to verify this for more than 12 months
    7 |      verified: {on: 2024-01-02, source: a page}}
      |                     ^~~~~~~~~~
      = call, and write the new date
)" + folder.file("translations/es.yaml") +
                             R"(:2:8: warning: not translated: 17 of 18 texts, the first is "Crisis Lifeline"
    2 | texts: [{en: Free., es: Gratis.}]
      |        ^
)");
}

TEST_CASE("bad content: the problems, and no summary") {
    const Folder folder;
    folder.write("content.yaml", "site: {school: Sample School, place: loby}\n");
    const Printed printed = check(folder, cli::Form::text);
    CHECK(printed.exit_code == 1);
    CHECK(printed.out == "");
    CHECK(printed.err.find(folder.file("content.yaml") + R"(:1:38: error: "place" cannot be "loby"
    1 | site: {school: Sample School, place: loby}
      |                                      ^~~~
      = write "lobby"
)") != std::string::npos);
}

TEST_CASE("site.yaml beside the content is read without being named") {
    const Folder folder;
    folder.write("site.yaml", "plac: nurse\n");
    const Printed printed = check(folder, cli::Form::text);
    CHECK(printed.exit_code == 1);
    CHECK(printed.err.find(folder.file("site.yaml") + ":1:1: error: unknown key \"plac\"\n") !=
          std::string::npos);
}

TEST_CASE("the summary as JSON") {
    const Folder folder;
    const Printed printed = check(folder, cli::Form::json);
    CHECK(printed.exit_code == 0);
    CHECK(printed.err == "");
    const auto json = nlohmann::json::parse(printed.out);
    CHECK(json["ok"] == true);
    CHECK(json["sections"][0] ==
          nlohmann::json(
              {{"id", "what"}, {"title", "What it is"}, {"audience", "everyone"}, {"reading_grade", 1.6}}));
    CHECK(json["sections"][1]["audience"] == "staff");
    CHECK(json["help_lines"] == 2);
    CHECK(json["oldest_verified"] == nlohmann::json({{"id", "local"}, {"on", "2024-01-02"}}));
    CHECK(json["languages"][0] == nlohmann::json({{"code", "en"}, {"name", "English"}}));
    CHECK(json["languages"][1] ==
          nlohmann::json(
              {{"code", "es"}, {"name", "Español"}, {"texts", 18}, {"translated", 1}, {"reviewed_by", "Ana"}}));
    CHECK(json["problems"].size() == 2);
}

TEST_CASE("problems as JSON, even of a file that is not UTF-8") {
    const Folder folder;
    folder.write("content.yaml", "site: \xFF\n");
    const Printed printed = check(folder, cli::Form::json);
    CHECK(printed.exit_code == 1);
    CHECK(printed.err == "");
    const auto json = nlohmann::json::parse(printed.out);
    CHECK(json["ok"] == false);
    CHECK_FALSE(json.contains("sections"));
    CHECK(json["problems"][0] == nlohmann::json({{"severity", "error"},
                                                 {"file", folder.file("content.yaml")},
                                                 {"line", 1},
                                                 {"column", 7},
                                                 {"message", "is not UTF-8: the byte 0xff cannot stand here"},
                                                 {"source", "site: \uFFFD"},
                                                 {"instead", "save it as plain text, UTF-8"}}));
}

TEST_CASE("the command says by its exit code whether the content is good") {
    const Folder folder;
    const auto exit_code_of = [](const std::vector<std::string>& words) {
        cli::CommandLine line("", "");
        cli::add_check(line);
        std::ostringstream printed;
        std::streambuf* const terminal = std::cout.rdbuf(printed.rdbuf());
        std::vector<const char*> arguments{"help-kiosk"};
        for (const std::string& word : words) arguments.push_back(word.c_str());
        const int exit_code = line.run(static_cast<int>(arguments.size()), arguments.data());
        std::cout.rdbuf(terminal);
        return exit_code;
    };
    CHECK(exit_code_of({"check", "--json", folder.file("content.yaml")}) == 0);
    CHECK(exit_code_of({"check", "--json", "--content", folder.file("content.yaml")}) == 0);
    CHECK(exit_code_of({"check", "--json", folder.file("none.yaml")}) == 1);
    CHECK(exit_code_of({"check", "--json", folder.file("content.yaml"), "--site", folder.file("none.yaml")}) ==
          1);
    CHECK(exit_code_of(
              {"check", "--json", folder.file("content.yaml"), "--translations", folder.file("none")}) == 1);
}

TEST_CASE("files that are named are taken as they are") {
    const content::Sources sources = cli::find_sources({"/a/content.yaml", "/b/site.yaml", "/c"});
    CHECK(sources.content == "/a/content.yaml");
    CHECK(sources.site == fs::path("/b/site.yaml"));
    CHECK(sources.translations == "/c");
}

TEST_CASE("files that are not named are found where one stands, and translations beside the content") {
    const Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path);
    const content::Sources sources = cli::find_sources({});
    fs::current_path(before);
    CHECK(sources.content == "content.yaml");
    CHECK_FALSE(sources.site.has_value());
    CHECK(sources.translations == "translations");
    CHECK(cli::find_sources({folder.file("content.yaml"), "", ""}).translations ==
          folder.path / "translations");
}

TEST_CASE("where nothing stands, the content that the program was built from") {
    const fs::path before = fs::current_path();
    fs::current_path("/");
    const content::Sources sources = cli::find_sources({});
    fs::current_path(before);
    CHECK(sources.content.filename() == "content.yaml");
    CHECK(sources.content.is_absolute());
}
