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
  - {id: crisis, name: Crisis Lifeline, need: Crisis line, call: "988", remember: Remember., answers: A person.,
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
        const std::chrono::year_month_day tuesday{2026y, std::chrono::November, 24d};
        result = commands::setup::run_setup_dialog(
            {folder / "content.yaml", folder / "site.yaml", folder / "translations"},
            {tuesday, {}, false, true}, prompter, time_zone);
        std::string output = out.str();
        const std::string path = folder.path().string() + "/";
        for (std::size_t offset; (offset = output.find(path)) != std::string::npos;)
            output.erase(offset, path.size());
        return output;
    }
    std::string site() const { return test::read_file(folder / "site.yaml"); }

    test::TemporaryFolder folder;
    SetupResult result = SetupResult::failed;
    std::optional<commands::setup::TimeZoneSetting> time_zone;
};

constexpr const char* school_prompt = "Name of the school, as visitors see it [Your School Name]:";

} // namespace

TEST_CASE("setup: the answers for a new building are written to site.yaml") {
    SetupFixture fixture;
    CHECK(fixture.run_dialog("O'Brien: \"the best\"\nnurse\n23.8\n90\n760\nen ar\nmon-fri "
                             "7-5:30pm\nperhaps\nyes\n") ==
          R"(This sets up site.yaml.
Press Enter to keep the value in [brackets], or Ctrl-D to stop without changes.

Name of the school, as visitors see it [Your School Name]: O'Brien: "the best"
Place: lobby for any place that everybody passes, or nurse for the nurse's office [lobby]: nurse
Diagonal of the picture in inches, or none to use the size that the display reports [none]: 23.8
Clockwise rotation of the picture in degrees: 0, 90, 180 or 270 [0]: 90
Height of the lower edge of the picture above the floor, for example 30 in or 760 mm, or none if not measured [none]: 760
Languages, starting with the default one. Available:
  ar    العربية, not reviewed
  en    English
  es    Español
  [en es]: en ar
Opening hours, for example mon-fri 7:00-17:30, sat 9am-12pm, or always to never turn the screen off [always]: mon-fri 7-5:30pm

The new site.yaml:

school: "O'Brien: \"the best\""
place: nurse
panel: 23.8
rotate: 90
mounting: {bottom: 760}
languages: [en, ar]
hours: [{days: [mon, tue, wed, thu, fri], from: "7:00", to: "17:30"}]

Write this file? (yes or no) perhaps
  type yes or no
Write this file? (yes or no) yes
The file was written.

translations/ar.yaml:2:8: warning: not translated: 14 of 14 texts, so this language is not offered; the first is "Crisis Lifeline"
    2 | texts: []
      |        ^
sections: 1
  what         reading grade 1.6
help lines: 1, the oldest verified on 2026-09-14 (crisis)
not called yet: crisis
languages: 2
  en English
  ar العربية, 0 of 14 texts, 14 missing, so it is not offered, not reviewed
)");
    CHECK(fixture.result == SetupResult::written);
    CHECK(fixture.site() == R"(school: "O'Brien: \"the best\""
place: nurse
panel: 23.8
rotate: 90
mounting: {bottom: 760}
languages: [en, ar]
hours: [{days: [mon, tue, wed, thu, fri], from: "7:00", to: "17:30"}]
)");
    const content::LoadResult loaded = content::load(
        {fixture.folder / "content.yaml", std::nullopt, fixture.folder / "translations"});
    CHECK(loaded.site.school == "O'Brien: \"the best\"");
    CHECK(loaded.site.mounting->bottom_mm == 760);
    // What was answered is offered as the value to keep.
    CHECK(fixture.run_dialog("\n\n\n\n760 mm\n\nmon-fri 7:00-17:30\n")
              .ends_with("Nothing was changed, because all values are the same.\n"));
}

TEST_CASE("setup: an invalid answer is explained, and the question is repeated") {
    SetupFixture fixture;
    const std::string too_long(61, 'x');
    const std::string output =
        fixture.run_dialog("Lin\x1B[Dcoln\n" + too_long +
                           "\n\xFF\nمدرسة\nloby\nnurse\n3\n24\n45\n90\n-1\n30\n760\nen "
                           "de\nen, en\ngood!\nen\nevening\n\nno\n");
    for (const char* message :
         {"  this contains a key that is not a letter, such as an arrow; type it again\n",
          "  \"school\" is 61 characters long, but at most 60 fit in a name; shorten it by 1 or "
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
          "  30 what? Write 30 in or 30 mm\n",
          "  write days and times, for example: mon-fri 7:00-17:30, sat 9am-12pm; or always\n",
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
    fixture.run_dialog("Lincoln High\n\n\n\n760\n\n\nyes\n");
    CHECK(fixture.site() == "# by the district, 2025\nschool: \"Lincoln High\"   # short\nplace: "
                            "lobby\n\nidle: {ask_after: 90}\n"
                            "mounting: {bottom: 760, lowest: 400}\nmotion: none # please\n");
    const std::string again = fixture.site();
    CHECK(fixture.run_dialog("\n\n\n\n\n\n\n")
              .ends_with("Nothing was changed, because all values are the same.\n"));
    CHECK(fixture.result == SetupResult::declined);
    fixture.run_dialog("\n\n\n\nnone\n\n\nyes\n");
    CHECK(fixture.site() == "# by the district, 2025\nschool: \"Lincoln High\"   # short\nplace: "
                            "lobby\n\nidle: {ask_after: 90}\n"
                            "motion: none # please\n");
}

TEST_CASE("setup: at the end of the input, nothing is changed") {
    for (const char* answers : {"", "Lincoln\n", "Lincoln\nnurse\n24\n0\n\n\n\n"}) {
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
    const std::string output = fixture.run_dialog("Lincoln\n\n\n\n\n\n\nyes\n");
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

TEST_CASE("setup: lengths are understood in the units that people use") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"24", "24"},          {"24 in", "24"},   {"24in", "24"},     {"24\"", "24"},
        {"24 \"", "24"},       {"24''", "24"},    {"24”", "24"},      {"24″", "24"},
        {"24 inches", "24"},   {"24-inch", "24"}, {"24 Inch", "24"},  {"24 IN.", "24"},
        {"23.8 in", "23.8"},   {"23,8", "23.8"},  {"23 1/2", "23.5"}, {"23½\"", "23.5"},
        {"23 1/2 in", "23.5"}, {"60 cm", "23.6"}, {"610 mm", "24"},   {"2 ft", "24"},
        {"2' 3\"", "27"},      {"2' 3", "27"},    {"2 ft 3 in", "27"}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        SetupFixture fixture;
        fixture.run_dialog("\n\n" + row.first + "\n\n\n\n\nyes\n");
        CHECK(fixture.site() == "panel: " + row.second + "\n");
    }
    const std::vector<std::pair<std::string, std::string>> heights{
        {"760", "760"},   {"760 mm", "760"},    {"76 cm", "760"},          {"0.76 m", "760"},
        {"0,76m", "760"}, {"30 in", "762"},     {"30\"", "762"},           {"2' 6\"", "762"},
        {"2'6", "762"},   {"2 feet 6", "762"},  {"2½ ft", "762"},          {"29 7/8 in", "759"},
        {"0", "0"},       {"30 Inches", "762"}, {"760 millimeters", "760"}};
    for (const auto& row : heights) {
        CAPTURE(row.first);
        SetupFixture fixture;
        fixture.run_dialog("\n\n\n\n" + row.first + "\n\n\nyes\n");
        CHECK(fixture.site() == "mounting: {bottom: " + row.second + "}\n");
    }
    for (const char* unclear : {"30", "99", "30 apples", "in", "\"", "1/0 in", "5 5", "-30 in x"}) {
        CAPTURE(unclear);
        SetupFixture fixture;
        const std::string output =
            fixture.run_dialog("\n\n\n\n" + std::string(unclear) + "\n760\n\n\nyes\n");
        CHECK(fixture.site() == "mounting: {bottom: 760}\n");
    }
}

TEST_CASE("setup: places, rotations and languages are understood in other words") {
    const auto site_for = [](const std::string& answers) {
        SetupFixture fixture;
        fixture.run_dialog(answers);
        return fixture.site();
    };
    for (const char* place : {"nurse", "Nurse", "nurse's office", "NURSES OFFICE", "health room"})
        CHECK(site_for("\n" + std::string(place) + "\n\n\n\n\n\nyes\n") == "place: nurse\n");
    for (const char* place : {"Lobby", "the lobby", "hallway", "main entrance", "Library"})
        CHECK(site_for("S\n" + std::string(place) + "\n\n\n\n\n\nyes\n") ==
              "school: \"S\"\nplace: lobby\n");
    for (const char* rotation : {"270", "-90", "270°", "270 degrees", "left", "630"})
        CHECK(site_for("\n\n\n" + std::string(rotation) + "\n\n\n\nyes\n") == "rotate: 270\n");
    for (const char* languages :
         {"ar en", "AR, EN", "Arabic and English", "العربية; english", "ar/en"})
        CHECK(site_for("\n\n\n\n\n" + std::string(languages) + "\n\nyes\n") ==
              "languages: [ar, en]\n");
}

TEST_CASE("setup: opening hours are understood as people write them") {
    const std::string week =
        "hours: [{days: [mon, tue, wed, thu, fri], from: \"7:00\", to: \"17:30\"}";
    for (const char* hours :
         {"mon-fri 7:00-17:30", "Mon - Fri 7:00 - 17:30", "monday to friday 7 am to 5:30 pm",
          "weekdays 7am-5:30pm", "Mo-Fr: 7-17.30", "mon tue wed thu fri 7:00–17:30",
          "mon, tue, wed, thurs and friday 7-5:30", "Weekdays 7 a.m. until 5:30 p.m."}) {
        CAPTURE(hours);
        SetupFixture fixture;
        fixture.run_dialog("\n\n\n\n\n\n" + std::string(hours) + "\nyes\n");
        CHECK(fixture.site() == week + "]\n");
    }
    SetupFixture fixture;
    fixture.run_dialog("\n\n\n\n\n\nmon-fri 7:00-12:00 1-5:30pm; sat sun noon-midnight\nyes\n");
    CHECK(fixture.site() ==
          "hours: [{days: [mon, tue, wed, thu, fri], from: \"7:00\", to: \"12:00\"}, {days: [mon, "
          "tue, wed, thu, fri], from: \"13:00\", to: \"17:30\"}, {days: [sat, sun], from: "
          "\"12:00\", to: \"24:00\"}]\n");
    CHECK(fixture.run_dialog("\n\n\n\n\n\nalways\nyes\n")
              .find("[mon-fri 7:00-12:00, mon-fri 13:00-17:30, sat sun 12:00-24:00]: always") !=
          std::string::npos);
    CHECK(fixture.site() == "");
    for (const char* unclear : {"7-17", "mon-fri", "mon-fri 7", "mon-fri 25-26", "someday 7-17",
                                "mon-fri 7:75-9", "mon-fri 13pm-14pm", "mon-fri 7-9-11", "-"}) {
        CAPTURE(unclear);
        SetupFixture other;
        other.run_dialog("\n\n\n\n\n\n" + std::string(unclear) + "\nmon 7-8\nyes\n");
        CHECK(other.site() == "hours: [{days: [mon], from: \"7:00\", to: \"8:00\"}]\n");
    }
}

TEST_CASE("setup: the time zone is asked for, and set after the question") {
    const std::vector<std::string> zones{"America/Argentina/Buenos_Aires", "America/Chicago",
                                         "America/Denver", "America/New_York", "Etc/UTC"};
    const auto set_with = [&zones](const std::string& answer, std::string& output) {
        SetupFixture fixture;
        std::string zone;
        fixture.time_zone = {"Etc/UTC", zones, [&zone](const std::string& time_zone) {
                                 zone = time_zone;
                                 return true;
                             }};
        output = fixture.run_dialog("\n\n\n\n\n\n\n" + answer + "\nyes\n");
        CHECK_FALSE(std::filesystem::exists(fixture.folder / "site.yaml"));
        return zone;
    };
    std::string output;
    for (const char* answer :
         {"America/Chicago", "america/chicago", "Chicago", "chicago", "Central", "central time",
          "CST", "nowhere\nChicago", "america\nchicago"}) {
        CAPTURE(answer);
        CHECK(set_with(answer, output) == "America/Chicago");
        CHECK(output.ends_with("Time zone: America/Chicago\nChange this? (yes or no) yes\nThe time "
                               "zone was set.\n"));
    }
    CHECK(set_with("new york", output) == "America/New_York");
    CHECK(set_with("buenos aires", output) == "America/Argentina/Buenos_Aires");
    CHECK(set_with("amer", output) == "");
    CHECK(output.find("  which one: America/Argentina/Buenos_Aires, America/Chicago, "
                      "America/Denver, America/New_York?\n") != std::string::npos);
    CHECK(set_with("Etc/UTC", output) == "");
    CHECK(output.find("all values are the same") != std::string::npos);
}

TEST_CASE("setup: a time zone that cannot be set is explained") {
    SetupFixture fixture;
    fixture.time_zone = {"Etc/UTC", {"America/Chicago"}, [](const std::string&) { return false; }};
    CHECK(fixture.run_dialog("Lincoln\n\n\n\n\n\n\nchicago\nYES\n")
              .find("The file was written.\nThe time zone could not be set.\n  = type: sudo "
                    "timedatectl set-timezone America/Chicago\n") != std::string::npos);
    CHECK(fixture.site() == "school: \"Lincoln\"\n");
}

TEST_CASE("setup: a file with nearly the right name is reported before the questions") {
    SetupFixture fixture;
    test::write_file(fixture.folder / "site.yml", "rotate: 90\n");
    CHECK(fixture.run_dialog("").starts_with(
        R"(site.yml: warning: the kiosk does not read this file: its name is "site.yml", not "site.yaml"
      = rename it to site.yaml
This sets up site.yaml.
)"));
}

TEST_CASE("setup: if the questions cannot be printed, nothing is changed") {
    SetupFixture fixture;
    std::istringstream in("Lincoln\n\n\n\n\n\n\nyes\nyes\nyes\n");
    std::ostringstream out;
    out.setstate(std::ios::badbit); // as on a full disk
    commands::setup::Prompter prompter(in, out, false);
    CHECK(commands::setup::run_setup_dialog({fixture.folder / "content.yaml",
                                             fixture.folder / "site.yaml",
                                             fixture.folder / "translations"},
                                            {}, prompter) == SetupResult::declined);
    CHECK_FALSE(std::filesystem::exists(fixture.folder / "site.yaml"));
}
