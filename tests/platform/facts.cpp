#include "platform/facts.hpp"

#include "platform/clock.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;

namespace {

// Noon of this day, which is the same day in nearly every place on earth.
platform::Edition edition(const std::string& status) {
    const std::chrono::sys_seconds noon = std::chrono::sys_days(std::chrono::year(2026) / 9 / 14) + 12h;
    const auto shown = std::make_shared<const content::Content>();
    return {shown, "1a2b3c4d", status, std::chrono::file_clock::from_sys(noon), {}};
}

} // namespace

TEST_CASE("the staff page tells which content is shown, and of which day") {
    CHECK(platform::day_of(edition("").changed) == "2026-09-14");
    CHECK(platform::with({}, edition("content 1a2b3c4d")).content == "content 1a2b3c4d, of 2026-09-14");
    CHECK(platform::with({}, edition("last good content 1a2b3c4d; 1 problem in the files: x")).content ==
          "last good content 1a2b3c4d, of 2026-09-14");
    CHECK(platform::with({}, {nullptr, "", "emergency card; 1 problem", {}, {}}).content == "emergency card");
}

TEST_CASE(
    "the staff page tells what is wrong in one line each, with what to write instead, and forgets it after") {
    platform::Edition wrong = edition("content 1a2b3c4d; 2 problems");
    wrong.problems = {{content::Severity::error, "/etc/help-kiosk/content.yaml", 12, 5,
                       "unknown key \"tittle\"", "    tittle: x", 6, "write \"title\""},
                      {content::Severity::error, "site.yaml", 0, 0, "there is no such file", "", 1, ""}};
    ui::Facts facts;
    facts.program = "help-kiosk 0.1.0";
    facts.restarts = true;
    facts = platform::with(facts, wrong);
    CHECK(facts.problems ==
          std::vector<std::string>{"content.yaml, line 12: unknown key \"tittle\": write \"title\"",
                                   "site.yaml: there is no such file"});
    facts = platform::with(facts, edition("content 1a2b3c4d"));
    CHECK(facts.problems.empty());
    CHECK(facts.program == "help-kiosk 0.1.0");
    CHECK(facts.restarts);
}
