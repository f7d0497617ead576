// Runs the dialog of `setup` over streams, and compares its output and the resulting file.
#include "commands/setup/setup_dialog.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

namespace {

using namespace std::chrono_literals;
using commands::setup::SetupResult;

const std::string content_yaml =
    R"(site: {school: Your School Name, place: lobby, languages: [en, es]}
help_lines:
  - {id: crisis, name: Crisis Lifeline, label: Crisis line, call: "988", remember: Remember., answers: A person.,
     hours: Always., cost: Free., languages: English., reports: Little., verified: {on: 2026-09-14, source: a page}}
strip: [crisis]
home: {headline: Be safe., line: Facts., privacy: Nothing is saved.}
sections:
  - {id: what, title: What it is, icon: lock, lead: It is not your fault., blocks: [{text: There are two kinds.}]}
end: true
)";

std::string translation(const std::string& code, const std::string& name,
                        const std::string& direction, const std::string& reviewer) {
    return fmt::format("language: {{code: {}, name: {}, direction: {}, reviewed_by: \"{}\"}}\n"
                       "texts: []\nend: true\n",
                       code, name, direction, reviewer);
}

class SetupFixture {
public:
    SetupFixture() {
        test::write_file(folder / "content.yaml", content_yaml);
        test::write_file(folder / "es.yaml", translation("es", "Español", "ltr", "Ana"));
        test::write_file(folder / "ar.yaml", translation("ar", "العربية", "rtl", ""));
        std::filesystem::create_directory(folder / "translations");
        for (const char* name : {"es.yaml", "ar.yaml"})
            std::filesystem::rename(folder / name, folder / "translations" / name);
    }

    // `answers` has one answer per line. Returns the output without the path of the temporary
    // folder.
    std::string run_dialog(const std::string& answers) {
        std::istringstream in(answers);
        std::ostringstream out;
        commands::setup::Prompter prompter(in, out, true);
        const std::chrono::year_month_day today{2026y, std::chrono::November, 24d};
        result = commands::setup::run_setup_dialog(
            {folder / "content.yaml", folder / "site.yaml", folder / "translations"}, {today, {}},
            prompter);
        std::string output = out.str();
        const std::string path = folder.path().string() + "/";
        for (std::size_t offset; (offset = output.find(path)) != std::string::npos;)
            output.erase(offset, path.size());
        return output;
    }
    std::string site() const { return test::read_file(folder / "site.yaml"); }

    test::TemporaryFolder folder;
    SetupResult result = SetupResult::failed;
};

constexpr const char* school_prompt = "Name of the school, as visitors see it [Your School Name]:";

} // namespace

TEST_CASE("setup: the answers for a new building are written to site.yaml") {
    SetupFixture fixture;
    CHECK(
        fixture.run_dialog("O'Brien: \"the best\"\nnurse\n23.8\n90\n760\nen ar\nperhaps\nyes\n") ==
        R"(This sets up site.yaml.
Press Enter to keep the value in [brackets], or Ctrl-D to stop without changes.

Name of the school, as visitors see it [Your School Name]: O'Brien: "the best"
Place: lobby, or nurse for the nurse's office [lobby]: nurse
Diagonal of the picture in inches, or none to use the size that the display reports [none]: 23.8
Clockwise rotation of the picture in degrees: 0, 90, 180 or 270 [0]: 90
Height of the lower edge of the picture above the floor in mm, or none if not measured [none]: 760
Languages, starting with the default one. Available:
  ar    العربية, not reviewed
  en    English
  es    Español
  [en es]: en ar

The new site.yaml:

school: "O'Brien: \"the best\""
place: nurse
panel: 23.8
rotate: 90
mounting: {bottom: 760}
languages: [en, ar]

translations/ar.yaml:2:8: warning: not translated: 14 of 14 texts, the first is "Crisis Lifeline"
    2 | texts: []
      |        ^
sections: 1
  what         reading grade 1.6
help lines: 1, the oldest verified on 2026-09-14 (crisis)
languages: 2
  en English
  ar العربية, 0 of 14 texts, not reviewed

Write this file? (yes or no) perhaps
  type yes or no

Write this file? (yes or no) yes
The file was written.
)");
    CHECK(fixture.result == SetupResult::written);
    CHECK(fixture.site() == R"(school: "O'Brien: \"the best\""
place: nurse
panel: 23.8
rotate: 90
mounting: {bottom: 760}
languages: [en, ar]
)");
    const content::LoadResult loaded = content::load(
        {fixture.folder / "content.yaml", std::nullopt, fixture.folder / "translations"});
    CHECK(loaded.site.school == "O'Brien: \"the best\"");
    CHECK(loaded.site.mounting->bottom_mm == 760);
}

TEST_CASE("setup: an invalid answer is explained, and the question is repeated") {
    SetupFixture fixture;
    const std::string too_long(61, 'x');
    const std::string output = fixture.run_dialog(
        too_long +
        "\n\xFF\nمدرسة\nloby\nnurse\n3\n24\n45\n90\n-1\n760\nen de\nen, en\ngood!\nen\nno\n");
    for (const char* message :
         {"  \"school\" is 61 characters long, but at most 60 fit in a name; shorten it by 1 or "
          "more\n",
          "  is not UTF-8: invalid byte 0xff; save it as plain text, UTF-8\n",
          "  \"place\" cannot be \"loby\"; write \"lobby\"\n",
          "  \"panel\" is \"3\", but must be from 5 to 100 inches; write a number from 5 to 100, "
          "without "
          "a unit\n",
          "  \"rotate\" cannot be \"45\"; choose from: 0, 90, 180, 270\n",
          "  \"bottom\" is \"-1\", but must be a whole number from 0 to 3000 mm; write a number "
          "from 0 to "
          "3000, without a unit\n",
          "  there is no translation file de.yaml; add the file, or remove \"de\" from the list\n",
          "  \"en\" is listed twice; remove one of the two\n",
          "  \"good!\" is not a language code; write a code like \"en\", \"es\" or \"ar\"\n"})
        CHECK_MESSAGE(output.find(message) != std::string::npos, message << output);
    CHECK(output.find("school: \"مدرسة\"\nplace: nurse\npanel: 24\nrotate: 90\nmounting: {bottom: "
                      "760}\nlanguages: [en]\n") != std::string::npos);
    CHECK(output.ends_with("Nothing was changed.\n"));
    CHECK(fixture.result == SetupResult::declined);
    CHECK_FALSE(std::filesystem::exists(fixture.folder / "site.yaml"));
}

TEST_CASE("setup: other settings and comments in the file are kept") {
    SetupFixture fixture;
    const std::string before = "# by the district, 2025\nschool: 'Lincoln'   # short\nplace: "
                               "lobby\n\nidle: {ask_after: 90}\n"
                               "mounting: {bottom: 700, lowest: 400}\nmotion: none # please\n";
    test::write_file(fixture.folder / "site.yaml", before);
    fixture.run_dialog("Lincoln High\n\n\n\n760\n\nyes\n");
    CHECK(fixture.site() == "# by the district, 2025\nschool: \"Lincoln High\"   # short\nplace: "
                            "lobby\n\nidle: {ask_after: 90}\n"
                            "mounting: {bottom: 760, lowest: 400}\nmotion: none # please\n");
    const std::string again = fixture.site();
    CHECK(fixture.run_dialog("\n\n\n\n\n\n")
              .ends_with("Nothing was changed, because all values are the same.\n"));
    CHECK(fixture.result == SetupResult::declined);
    fixture.run_dialog("\n\n\n\nnone\n\nyes\n");
    CHECK(fixture.site() == "# by the district, 2025\nschool: \"Lincoln High\"   # short\nplace: "
                            "lobby\n\nidle: {ask_after: 90}\n"
                            "motion: none # please\n");
}

TEST_CASE("setup: at the end of the input, nothing is changed") {
    for (const char* answers : {"", "Lincoln\n", "Lincoln\nnurse\n24\n0\n\n\n"}) {
        SetupFixture fixture;
        CHECK(fixture.run_dialog(answers).ends_with("Nothing was changed.\n"));
        CHECK(fixture.result == SetupResult::declined);
        CHECK_FALSE(std::filesystem::exists(fixture.folder / "site.yaml"));
    }
}

TEST_CASE("setup: a file that cannot be edited is not changed") {
    SetupFixture fixture;
    test::write_file(fixture.folder / "site.yaml", "{school: L}\n");
    CHECK(fixture.run_dialog("Lincoln\n") == R"(site.yaml:1:1: error: this is not a list of keys
    1 | {school: L}
      | ^
      = write each key on its own line
Fix this, or move the file away. Nothing was changed.
)");
    CHECK(fixture.result == SetupResult::failed);
    CHECK(fixture.site() == "{school: L}\n");
}

TEST_CASE("setup: with another error in the file, nothing is written") {
    SetupFixture fixture;
    test::write_file(fixture.folder / "site.yaml", "motoin: none\n");
    const std::string output = fixture.run_dialog("Lincoln\n\n\n\n\n\nyes\n");
    CHECK(output.find(R"(site.yaml:1:1: error: unknown key "motoin"
    1 | motoin: none
      | ^~~~~~
      = write "motion"
)") != std::string::npos);
    CHECK(output.ends_with(
        "The kiosk would reject this, so it was not written. Nothing was changed.\n"));
    CHECK(fixture.result == SetupResult::failed);
    CHECK(fixture.site() == "motoin: none\n");
}

TEST_CASE("setup: a language whose file has errors is listed, but refused") {
    SetupFixture fixture;
    test::write_file(fixture.folder / "translations" / "de.yaml",
                     "language: {code: de}\ntexts: []\n");
    const std::string output = fixture.run_dialog(std::string("\n\n\n\n\nen de\n"));
    CHECK(output.find(school_prompt) != std::string::npos);
    CHECK(output.find("  de    its file has errors\n") != std::string::npos);
    CHECK(output.find("  \"name\" is missing") != std::string::npos);
}
