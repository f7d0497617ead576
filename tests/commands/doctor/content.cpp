#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using namespace test;

} // namespace

TEST_CASE("doctor: files with nearly the right name are reported") {
    HealthyStation station;
    station.fake_machine.add_file("/etc/help-kiosk/Site.yml", "rotate: 90\n");
    const std::string report = station.report(commands::doctor::check_content);
    CHECK_MESSAGE(
        report.find("/etc/help-kiosk/Site.yml: the kiosk does not read this file: its name "
                    "is \"Site.yml\", not \"site.yaml\"\n                     = if it is "
                    "newer than site.yaml, copy its text to site.yaml; then move it to "
                    "another folder\n") != std::string::npos,
        report);
}

TEST_CASE(
    "doctor: old verifications, unreviewed translations and missing characters are reported") {
    HealthyStation station;
    station.fake_machine.add_file("/translations/xx.yaml",
                                  "language: {code: xx, name: \"X\xe2\xbf\xa0\", direction: "
                                  "ltr, reviewed_by: \"\"}\ntexts: [{en: Free., xx: Xree.}]\n"
                                  "end: true\n");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml",
                                  "school: Sample School\nplace: lobby\nlanguages: [en, xx]\n"
                                  "panel: 24\nrotate: 90\nmounting: {bottom: 760}\n");
    std::string content = content_yaml;
    content.replace(content.find("2026-02-01, by: Ana, source: a call"), 35,
                    "2025-02-01, source: its own page");
    station.fake_machine.add_file("/etc/help-kiosk/content.yaml", content);
    // The English screens show the name of the other language, too.
    const std::string advice = "                     = install a font that has them, or remove the "
                               "language from \"languages\"\n";
    CHECK(station.report(commands::doctor::check_fonts) ==
          "error   fonts         English: no font has the characters U+2FE0\n" + advice +
              "error   fonts         X\xe2\xbf\xa0: no font has the characters U+2FE0\n" + advice);
    const std::string saved_version = content::content_version(
        reload::SnapshotFile(station.fake_machine.path("/var/lib/help-kiosk")).load().value());
    CHECK(station.report(commands::doctor::check_content) ==
          fmt::format(R"(warning content       version {}, 2 warnings
                     = type: help-kiosk check
warning help lines    the oldest verification is from 2025-02-01 (local)
                     = print what to ask with "help-kiosk calls", call each help line, and enter the answers with "help-kiosk calls --record"
warning help lines    nobody has called 1 of 2 help lines yet: local
                     = print what to ask with "help-kiosk calls", call each help line, and enter the answers with "help-kiosk calls --record"
warning languages     xx is not shown, because 15 of 16 texts are not translated
                     = type: sudo help-kiosk translate xx, and fill in what is empty
warning languages     unreviewed translations: X{}
                     = have a speaker of the language review each one, and enter the name in "reviewed_by"
warning saved copy    version {} is saved, but the files have another version
                     = type: sudo systemctl restart help-kiosk.service
)",
                      station.version(), "\xe2\xbf\xa0", saved_version));
}

TEST_CASE("doctor: help lines to call and unknown facts are reported as short lists") {
    HealthyStation station;
    std::string lines;
    for (int i = 1; i <= 12; ++i) {
        // The first six were never called, and the others long ago.
        const std::string verified = i <= 6 ? "on: 2026-01-01" : "on: 2025-01-01, by: Ana";
        lines +=
            fmt::format("  - {{id: line{}, name: Line {}, need: Help, call: \"414-266-10{:02}\", "
                        "remember: R., answers: A., cost: Free., reports: L.,{} verified: {{{}, "
                        "source: a page}}}}\n",
                        i, i, i, i > 2 ? " hours: Always.," : "", verified);
    }
    std::string content = content_yaml;
    const std::size_t strip = content.find("strip:");
    content.insert(strip, lines);
    station.fake_machine.add_file("/etc/help-kiosk/content.yaml", content);
    const std::string advice = "                     = print what to ask with \"help-kiosk "
                               "calls\", call each help line, and "
                               "enter the answers with \"help-kiosk calls --record\"\n";
    const std::string report = station.report(commands::doctor::check_content);
    const std::string expected =
        "warning help lines    nobody has called 6 of 14 help lines yet: line1, line2, line3, "
        "line4, "
        "and 2 more\n" +
        advice +
        "warning help lines    nobody has called in 12 months: line7, line8, line9, line10, and 2 "
        "more\n" +
        advice + "warning help lines    unknown hours: line1, line2\n" + advice +
        "warning help lines    unknown languages: line1, line2, line3, line4, and 8 more\n" +
        advice;
    CHECK_MESSAGE(report.find(expected) != std::string::npos, report);
    CHECK(report.find("unknown cost") == std::string::npos);
}

TEST_CASE("doctor: with errors in the files, the saved content is shown") {
    HealthyStation station;
    const std::string saved_version = station.version();
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "plac: lobby\n");
    CHECK(station.report(commands::doctor::check_content) ==
          fmt::format(R"(error   content       3 errors and 0 warnings, so it is not shown
                     = type: help-kiosk check
ok      saved copy    version {} is saved, and is shown until the errors are fixed
)",
                      saved_version));
    std::filesystem::remove(station.fake_machine.path("/var/lib/help-kiosk/last-good.json"));
    CHECK(
        station.report(commands::doctor::check_content).find("no content is saved as a fallback") !=
        std::string::npos);
}
