#include "commands/check.hpp"

#include "commands/commands.hpp"
#include "reload/acceptance_file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const std::string valid_content =
    R"(site: {school: Sample School, place: lobby, languages: [en, es]}
help_lines:
  - {id: crisis, name: Crisis Lifeline, need: Crisis line, call: "988", remember: Remember., answers: A person.,
     hours: Always., cost: Free., languages: English., reports: Little., verified: {on: 2026-09-14, source: a page}}
  - {id: local, name: Local, need: Local, call: "211", remember: Remember., answers: A person., hours: Always.,
     cost: Free., languages: English., reports: Little.,
     verified: {on: 2024-01-02, source: a page}}
strip: [crisis]
home: {headline: Be safe., line: Facts., privacy: Nothing is saved.}
sections:
  - {id: what, title: What it is, icon: lock, lead: It is not your fault., blocks: [{text: There are two kinds.}]}
  - {id: staff, title: For staff, icon: school, audience: staff, lead: Report it., blocks: [{text: Call at once.}]}
end: true
)";

const std::string spanish_translation =
    R"(language: {code: es, name: Español, direction: ltr, reviewed_by: Ana}
texts: [{en: Free., es: Gratis.}]
end: true
)";

// A folder with content files, which is deleted at the end of the test.
class ContentFolder {
public:
    ContentFolder() {
        fs::create_directories(path / "translations");
        write("content.yaml", valid_content);
        write("translations/es.yaml", spanish_translation);
    }
    ~ContentFolder() { fs::remove_all(path); }
    ContentFolder(const ContentFolder&) = delete;
    ContentFolder& operator=(const ContentFolder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
    }
    std::string file(const std::string& name) const { return (path / name).string(); }
    content::ContentPaths paths() const {
        return {path / "content.yaml", std::nullopt, path / "translations"};
    }

    const fs::path path =
        fs::temp_directory_path() / ("kiosk-check-" + std::to_string(std::random_device{}()));
};

struct CommandOutput {
    int exit_code;
    std::string out, err;
};

CommandOutput check_folder(const ContentFolder& folder, commands::OutputFormat format) {
    using namespace std::chrono_literals;
    std::ostringstream out;
    std::ostringstream err;
    const content::LoadContext context{
        std::chrono::year_month_day{2026y, std::chrono::November, 23d}, {}};
    const int exit_code = commands::run_check(folder.paths(), context, format, out, err);
    return {exit_code, out.str(), err.str()};
}

} // namespace

TEST_CASE("check: valid content prints a summary, and its warnings to standard error") {
    const ContentFolder folder;
    const CommandOutput output = check_folder(folder, commands::OutputFormat::text);
    CHECK(output.exit_code == 0);
    CHECK(output.out == "checked: " + folder.file("content.yaml") + ", " +
                            folder.file("translations/es.yaml") + R"(
sections: 2
  what         reading grade 1.6
  staff        reading grade 1.6, for staff
help lines: 2, the oldest verified on 2024-01-02 (local)
not called yet: crisis, local
languages: 2
  en English
  es Español, 1 of 15 texts, 14 missing, so it is not offered, reviewed by Ana
)");
    CHECK(
        output.err ==
        folder.file("content.yaml") +
            R"(:7:21: warning: this was verified more than 12 months ago
    7 |      verified: {on: 2024-01-02, source: a page}}
      |                     ^~~~~~~~~~
      = call the number, and write the new date
)" + folder.file("translations/es.yaml") +
            R"(:2:8: warning: not translated: 14 of 15 texts, so this language is not offered; the first is "Crisis Lifeline"
    2 | texts: [{en: Free., es: Gratis.}]
      |        ^
)");
}

TEST_CASE("check: content with an error prints the problems and no summary") {
    const ContentFolder folder;
    folder.write("content.yaml", "site: {school: Sample School, place: loby}\n");
    const CommandOutput output = check_folder(folder, commands::OutputFormat::text);
    CHECK(output.exit_code == 1);
    CHECK(output.out == "");
    CHECK(output.err.find(folder.file("content.yaml") + R"(:1:38: error: "place" cannot be "loby"
    1 | site: {school: Sample School, place: loby}
      |                                      ^~~~
      = write "lobby"
)") != std::string::npos);
}

TEST_CASE("check: characters that no font draws are warnings, once in each file") {
    const ContentFolder folder;
    std::string content = valid_content;
    // U+2FE0 is no character of any script, so no font ever has it.
    for (const char* text : {"Be safe.", "Facts."}) content.insert(content.find(text), "\u2FE0");
    folder.write("content.yaml", "# \u2FE1 in a comment\n" + content);
    const CommandOutput output = check_folder(folder, commands::OutputFormat::text);
    CHECK(output.exit_code == 0);
    const std::string warning =
        folder.file("content.yaml") +
        ":10:18: warning: no font of this computer draws \u2FE0 (U+2FE0)\n"
        "   10 | home: {headline: \u2FE0Be safe., line: \u2FE0Facts., privacy: "
        "Nothing is saved.}\n"
        "      |                  ^~\n"
        "      = write another character, or install a font that has it\n";
    CHECK_MESSAGE(output.err.find(warning) != std::string::npos, output.err);
    CHECK(output.err.find("no font of this computer", output.err.find(warning) + warning.size()) ==
          std::string::npos);
    CHECK(output.err.find("2FE1") == std::string::npos);
}

TEST_CASE("check: texts in the scripts of the fonts, and signs that they have, are no warnings") {
    const ContentFolder folder;
    std::string content = valid_content;
    content.replace(content.find("Facts."), 6,
                    "\u260E \u2714 \u2192 \u2026 \u1019\u103C\u1014\u103A \u0639\u0631 \u0915");
    folder.write("content.yaml", content);
    CHECK(check_folder(folder, commands::OutputFormat::text).err.find("no font") ==
          std::string::npos);
}

TEST_CASE("check: site.yaml beside the content is loaded by default") {
    const ContentFolder folder;
    folder.write("site.yaml", "plac: nurse\n");
    const CommandOutput output = check_folder(folder, commands::OutputFormat::text);
    CHECK(output.exit_code == 1);
    CHECK(output.err.find(folder.file("site.yaml") + ":1:1: error: unknown key \"plac\"\n") !=
          std::string::npos);
}

TEST_CASE("check: with --json, valid content prints its summary and warnings as JSON") {
    const ContentFolder folder;
    const CommandOutput output = check_folder(folder, commands::OutputFormat::json);
    CHECK(output.exit_code == 0);
    CHECK(output.err == "");
    const auto json = nlohmann::json::parse(output.out);
    CHECK(json["ok"] == true);
    CHECK(json["sections"][0] == nlohmann::json({{"id", "what"},
                                                 {"title", "What it is"},
                                                 {"audience", "everyone"},
                                                 {"reading_grade", 1.6}}));
    CHECK(json["sections"][1]["audience"] == "staff");
    CHECK(json["help_lines"] == 2);
    CHECK(json["oldest_verified"] == nlohmann::json({{"id", "local"}, {"on", "2024-01-02"}}));
    CHECK(json["languages"][0] == nlohmann::json({{"code", "en"}, {"name", "English"}}));
    CHECK(json["languages"][1] == nlohmann::json({{"code", "es"},
                                                  {"name", "Español"},
                                                  {"texts", 15},
                                                  {"translated", 1},
                                                  {"missing", 14},
                                                  {"stale", 0},
                                                  {"offered", false},
                                                  {"reviewed_by", "Ana"}}));
    CHECK(json["problems"].size() == 2);
}

TEST_CASE("check: with --json, problems are valid JSON even if the file is not UTF-8") {
    const ContentFolder folder;
    folder.write("content.yaml", "site: \xFF\n");
    const CommandOutput output = check_folder(folder, commands::OutputFormat::json);
    CHECK(output.exit_code == 1);
    CHECK(output.err == "");
    const auto json = nlohmann::json::parse(output.out);
    CHECK(json["ok"] == false);
    CHECK_FALSE(json.contains("sections"));
    CHECK(json["problems"][0] == nlohmann::json({{"severity", "error"},
                                                 {"file", folder.file("content.yaml")},
                                                 {"line", 1},
                                                 {"column", 7},
                                                 {"message", "is not UTF-8: invalid byte 0xff"},
                                                 {"source", "site: \uFFFD"},
                                                 {"instead", "save it as plain text, UTF-8"}}));
}

TEST_CASE("check: the exit code is 0 for valid content and 1 for errors or missing files") {
    const ContentFolder folder;
    const auto exit_code_of = [](const std::vector<std::string>& args) {
        cli::CommandLine command_line("", "");
        commands::add_check_command(command_line);
        std::ostringstream output;
        std::streambuf* const terminal = std::cout.rdbuf(output.rdbuf());
        std::vector<const char*> argv{"help-kiosk"};
        for (const std::string& arg : args) argv.push_back(arg.c_str());
        const int exit_code = command_line.run(static_cast<int>(argv.size()), argv.data());
        std::cout.rdbuf(terminal);
        return exit_code;
    };
    CHECK(exit_code_of({"check", "--json", folder.file("content.yaml")}) == 0);
    CHECK(exit_code_of({"check", "--json", "--content", folder.file("content.yaml")}) == 0);
    CHECK(exit_code_of({"check", "--json", folder.file("none.yaml")}) == 1);
    CHECK(exit_code_of({"check", "--json", folder.file("content.yaml"), "--site",
                        folder.file("none.yaml")}) == 1);
    CHECK(exit_code_of({"check", "--json", folder.file("content.yaml"), "--translations",
                        folder.file("none")}) == 1);
}

TEST_CASE("check: a word that is too wide for its place is named, wherever it is shown") {
    struct Case {
        std::string original;
        std::size_t length;
        std::string screen;
    };
    for (const Case& each : {Case{"Be safe.", 60, "home"}, Case{"What it is", 40, "section/what"},
                             Case{"Crisis Lifeline", 60, "slip/crisis"}}) {
        CAPTURE(each.original);
        const ContentFolder folder;
        const std::string wide(each.length, 'W');
        std::string text = valid_content;
        text.replace(text.find(each.original), each.original.size(), wide);
        folder.write("content.yaml", text);
        const CommandOutput output = check_folder(folder, commands::OutputFormat::text);
        CHECK(output.exit_code == 0);
        const std::string message = ": warning: a word in \"" + wide +
                                    "\" is too wide for its place on the screen, and is cut\n";
        const auto offset = output.err.find(message);
        REQUIRE_MESSAGE(offset != std::string::npos, output.err);
        CHECK(output.err.find(message, offset + 1) == std::string::npos); // said once
        CHECK(output.err.find("      = use shorter words, or add a space; to see it, type: "
                              "help-kiosk draw --screen " +
                                  each.screen + " --out look.png\n",
                              offset) != std::string::npos);
    }
}

TEST_CASE("check: a word of the interface that is too wide in a translation is named, too") {
    const ContentFolder folder;
    const std::string wide(60, 'W');
    std::string text = spanish_translation;
    text.replace(text.find("]\nend"), 1, ", {en: Text size, es: " + wide + "}]");
    folder.write("translations/es.yaml", text);
    const std::string err = check_folder(folder, commands::OutputFormat::text).err;
    CHECK_MESSAGE(err.find(folder.file("translations/es.yaml") + ":2:55: warning: a word in \"" +
                           wide + "\" is too wide for its place on the screen, and is cut\n") !=
                      std::string::npos,
                  err);
    CHECK(err.find("= use shorter words, or add a space; to see it, type: help-kiosk draw --screen "
                   "display-settings --language es --out look.png\n") != std::string::npos);
}

TEST_CASE("check: stale pairs are counted, and an empty translation is one that is missing") {
    const ContentFolder folder;
    folder.write("translations/es.yaml",
                 "language: {code: es, name: Español, direction: ltr}\ntexts:\n"
                 "  - {en: Free., es: \"\"}\n  - {en: Gone., es: Ido.}\nend: true\n");
    std::ostringstream out;
    std::ostringstream err;
    constexpr std::array<std::string_view, 1> ui_strings{"Free."};
    CHECK(commands::run_check(folder.paths(), {std::nullopt, ui_strings},
                              commands::OutputFormat::text, out, err) == 0);
    CHECK(out.str().find("  es Español, 0 of 15 texts, 15 missing, so it is not offered, 1 stale, "
                         "not reviewed\n") != std::string::npos);
}

TEST_CASE("check: a word that is too wide has its line, and the JSON has the warning, too") {
    const ContentFolder folder;
    const std::string wide(40, 'W');
    std::string text = valid_content;
    text.replace(text.find("What it is"), 10, wide);
    folder.write("content.yaml", text);
    const auto output = Json::parse(check_folder(folder, commands::OutputFormat::json).out);
    std::vector<Json> warnings;
    for (const Json& problem : output["problems"])
        if (problem["message"].get<std::string>().starts_with("a word in"))
            warnings.push_back(problem);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front()["message"] ==
          "a word in \"" + wide + "\" is too wide for its place on the screen, and is cut");
    CHECK(warnings.front()["severity"] == "warning");
    CHECK(warnings.front()["line"] == 11);
    CHECK(warnings.front()["column"] == 23);
}

TEST_CASE("check: a word that is too wide has the line of its text, however that is written") {
    const std::string wide(35, 'W');
    struct Case {
        std::string title;
        int column; // of the warning
    };
    for (const Case& each :
         {Case{wide, 23}, Case{"\"" + wide + "\"", 24}, Case{"'" + wide + "'", 24},
          Case{"\"" + wide + " \\\"x\\\"\"", 23}, Case{"\"" + wide + "\n    x\"", 23}}) {
        CAPTURE(each.title);
        const ContentFolder folder;
        std::string text = "# " + wide + " \"x\" x\n" + valid_content;
        text.replace(text.find("What it is"), 10, each.title);
        folder.write("content.yaml", text);
        const std::string err = check_folder(folder, commands::OutputFormat::text).err;
        CHECK_MESSAGE(err.find(fmt::format("content.yaml:12:{}: warning: a word in \"{}",
                                           each.column, wide)) != std::string::npos,
                      err);
    }
}

TEST_CASE("check: content that a running kiosk holds back is told, until it is accepted") {
    const ContentFolder folder;
    const fs::path content_file = folder.file("content.yaml");
    fs::create_directory(folder.path / "state");
    const reload::SnapshotFile snapshot(folder.path / "state");
    const auto note = [&] {
        return commands::waiting_note(content::load(folder.paths()), snapshot, content_file);
    };
    CHECK(note() == ""); // nothing is saved
    snapshot.save(content::load(folder.paths()).files);
    CHECK(note() == "");
    std::string text = valid_content;
    text.erase(text.find("  - {id: staff"), text.find("end: true") - text.find("  - {id: staff"));
    folder.write("content.yaml", text);
    CHECK(note() ==
          "In a running kiosk the change waits, because it removes the section \"staff\":\n"
          "if that is right, type: help-kiosk check --accept; a restart of the kiosk "
          "accepts it, too.\n");
    std::ostringstream err;
    CHECK(commands::accept_content(folder.paths(), {}, err) == 0);
    const std::string version = content::content_version(content::load(folder.paths()).files);
    CHECK(err.str() == "Accepted: content " + version +
                           ". A running kiosk shows it within a minute, when nobody uses it.\n");
    CHECK(note() == "");
    CHECK(reload::AcceptanceFile(content_file).is_accepted(version));
    CHECK((fs::status(folder.path / "content.accepted").permissions() & fs::perms::others_read) !=
          fs::perms::none);
    folder.write("content.yaml", text.substr(0, text.size() - 5));
    CHECK(commands::accept_content(folder.paths(), {}, err) == 1);
}

TEST_CASE("check: help lines to call and unknown facts are notes, not problems") {
    const ContentFolder folder;
    std::string content = valid_content;
    const auto replace = [&content](const std::string& old, const std::string& replacement) {
        content.replace(content.find(old), old.size(), replacement);
    };
    replace("languages: [en, es]", "languages: [en]");
    replace("hours: Always., cost: Free., languages: English.,", "");
    replace("\n     cost: Free.,", "");
    replace("on: 2024-01-02", "on: 2025-11-22, by: Ana");
    folder.write("content.yaml", content);
    const CommandOutput output = check_folder(folder, commands::OutputFormat::text);
    CHECK(output.exit_code == 0);
    CHECK(output.out.find("help lines: 2, the oldest verified on 2025-11-22 (local)\n"
                          "not called yet: crisis\n"
                          "not called in 12 months: local\n"
                          "unknown: crisis hours, cost, languages; local cost\n"
                          "languages: 1\n") != std::string::npos);
    CHECK(output.err.find("unknown") == std::string::npos);
    const Json json = Json::parse(check_folder(folder, commands::OutputFormat::json).out);
    CHECK(json["not_called_yet"] == Json{"crisis"});
    CHECK(json["not_called_in_12_months"] == Json{"local"});
    CHECK(json["unknown"] ==
          Json{{"crisis", {"hours", "cost", "languages"}}, {"local", Json::array({"cost"})}});
    CHECK(json["problems"].size() == 1); // the date
}
