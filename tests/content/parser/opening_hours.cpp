#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;

namespace {

content::LoadResult with_site(const std::string& site) {
    return sample::parse({.content = sample::content, .site = site, .translations = {}});
}

std::string site_problems(const std::string& site) {
    return sample::problems({.content = sample::content, .site = site, .translations = {}});
}

} // namespace

TEST_CASE("hours and holidays are parsed in all valid notations") {
    const auto loaded = with_site(R"(hours:
  - days: [mon, tue, wed, thu, fri]
    from: "7:00"
    to: "17:30"
  - {days: [sat], from: "09:05", to: "24:00"}
holidays: [2026-12-24 to 2027-01-03, "2027-04-02"]
)");
    REQUIRE(loaded.content);
    const content::Site& site = loaded.content->site;
    REQUIRE(site.hours.size() == 2);
    CHECK(site.hours[0] ==
          content::OpeningHours{{true, true, true, true, true, false, false}, 7h, 17h + 30min});
    CHECK(site.hours[1] ==
          content::OpeningHours{{false, false, false, false, false, true, false}, 9h + 5min, 24h});
    REQUIRE(site.holidays.size() == 2);
    CHECK(site.holidays[0] ==
          content::Holiday{2026y / std::chrono::December / 24, 2027y / std::chrono::January / 3});
    CHECK(site.holidays[1] ==
          content::Holiday{2027y / std::chrono::April / 2, 2027y / std::chrono::April / 2});
}

TEST_CASE("a site without hours and holidays has none of them") {
    const auto loaded = with_site("panel: 24\n");
    REQUIRE(loaded.content);
    CHECK(loaded.content->site.hours.empty());
    CHECK(loaded.content->site.holidays.empty());
}

TEST_CASE("site.yaml replaces the hours and the holidays of content.yaml") {
    const auto loaded = sample::parse(
        {.content = sample::with("  place: lobby\n",
                                 "  place: lobby\n"
                                 "  hours: [{days: [mon, tue], from: \"7:00\", to: \"16:00\"}]\n"
                                 "  holidays: [2027-04-02]\n"),
         .site = "hours: [{days: [mon], from: \"8:00\", to: \"15:00\"}]\n",
         .translations = {}});
    REQUIRE(loaded.content);
    const content::Site& site = loaded.content->site;
    REQUIRE(site.hours.size() == 1);
    CHECK(site.hours[0].from == 8h);
    CHECK(site.holidays.size() == 1);
}

TEST_CASE("an invalid or repeated day of the week is an error") {
    CHECK(site_problems(
              "hours: [{days: [mon, Tuesday, thurs, fir, xyz], from: \"7:00\", to: \"8:00\"}]\n") ==
          R"(site.yaml:1:22: error: "Tuesday" is not a day of the week
    1 | hours: [{days: [mon, Tuesday, thurs, fir, xyz], from: "7:00", to: "8:00"}]
      |                      ^~~~~~~
      = write "tue"
site.yaml:1:31: error: "thurs" is not a day of the week
    1 | hours: [{days: [mon, Tuesday, thurs, fir, xyz], from: "7:00", to: "8:00"}]
      |                               ^~~~~
      = write "thu"
site.yaml:1:38: error: "fir" is not a day of the week
    1 | hours: [{days: [mon, Tuesday, thurs, fir, xyz], from: "7:00", to: "8:00"}]
      |                                      ^~~
      = choose from: mon, tue, wed, thu, fri, sat, sun
site.yaml:1:43: error: "xyz" is not a day of the week
    1 | hours: [{days: [mon, Tuesday, thurs, fir, xyz], from: "7:00", to: "8:00"}]
      |                                           ^~~
      = choose from: mon, tue, wed, thu, fri, sat, sun
)");
    CHECK(site_problems("hours: [{days: [mon, mon], from: \"7:00\", to: \"8:00\"}]\n") ==
          R"(site.yaml:1:22: error: "mon" is listed twice
    1 | hours: [{days: [mon, mon], from: "7:00", to: "8:00"}]
      |                      ^~~
      = remove one of the two
)");
    CHECK(site_problems("hours: [{days: mon, from: \"7:00\", to: \"8:00\"}]\n") ==
          R"(site.yaml:1:16: error: "days" must be a list, not text
    1 | hours: [{days: mon, from: "7:00", to: "8:00"}]
      |                ^~~
      = write [mon]
)");
    CHECK(site_problems("hours: [{days: [], from: \"7:00\", to: \"8:00\"}]\n") ==
          R"(site.yaml:1:16: error: "days" is empty
    1 | hours: [{days: [], from: "7:00", to: "8:00"}]
      |                ^
      = write at least one item
)");
}

TEST_CASE("a time without quotes is an error") {
    CHECK(site_problems("hours:\n  - days: [mon]\n    from: 7:00\n    to: \"17:30\"\n") ==
          R"(site.yaml:3:11: error: 7:00 without quotes is a different number in other programs
    3 |     from: 7:00
      |           ^~~~
      = write "7:00"
)");
}

TEST_CASE("an invalid time is an error") {
    CHECK(site_problems("hours:\n  - days: [mon]\n    from: 7am\n    to: \"25:00\"\n") ==
          R"(site.yaml:3:11: error: "7am" is not a time
    3 |     from: 7am
      |           ^~~
      = write "7:00"
site.yaml:4:9: error: "25:00" is not a time
    4 |     to: "25:00"
      |         ^~~~~~~
      = write it like "7:00" or "17:30", in quotes, up to "24:00"
)");
    for (const char* written :
         {"7", "7:0", "7:60", "24:01", "-7:00", "7:00:00", "7:00 pm", "017:00", ":30", "7:"})
        CHECK_MESSAGE(site_problems(std::string("hours: [{days: [mon], from: \"") + written +
                                    "\", to: \"24:00\"}]\n")
                              .find("is not a time") != std::string::npos,
                      std::string(written));
}

TEST_CASE("hours that end before they begin are an error") {
    CHECK(site_problems("hours: [{days: [mon], from: \"22:00\", to: \"6:00\"}]\n") ==
          R"(site.yaml:1:42: error: "to" must be later than "from"
    1 | hours: [{days: [mon], from: "22:00", to: "6:00"}]
      |                                          ^~~~~~
      = for hours past midnight, write "24:00", and a second entry for the days after, from "0:00" to "6:00"
)");
    CHECK(site_problems("hours: [{days: [mon], from: \"7:00\", to: \"7:00\"}]\n")
              .find("must be later") != std::string::npos);
}

TEST_CASE("hours that overlap on the same day are an error") {
    CHECK(site_problems("hours:\n  - {days: [mon, tue], from: \"7:00\", to: \"12:00\"}\n"
                        "  - {days: [tue, wed], from: \"11:59\", to: \"16:00\"}\n") ==
          R"(site.yaml:3:5: error: on "tue" this overlaps with an earlier entry
    3 |   - {days: [tue, wed], from: "11:59", to: "16:00"}
      |     ^
      = remove "tue" from one of the two, or change the times
)");
    CHECK(site_problems("hours:\n  - {days: [mon, tue], from: \"7:00\", to: \"12:00\"}\n"
                        "  - {days: [tue, wed], from: \"12:00\", to: \"16:00\"}\n"
                        "  - {days: [thu], from: \"7:00\", to: \"12:00\"}\n") == "");
}

TEST_CASE("missing and unknown keys of hours are errors") {
    CHECK(site_problems("hours: [{day: [mon], from: \"7:00\"}]\n") ==
          R"(site.yaml:1:9: error: "to" is missing
    1 | hours: [{day: [mon], from: "7:00"}]
      |         ^
      = add "to: ..."
site.yaml:1:10: error: unknown key "day"
    1 | hours: [{day: [mon], from: "7:00"}]
      |          ^~~
      = write "days"
)");
    CHECK(site_problems("hours: \"7:00\"\n") ==
          R"(site.yaml:1:8: error: "hours" must be a list, not text
    1 | hours: "7:00"
      |        ^~~~~~
      = write [{days: [...], from: ..., to: ...}]
)");
    CHECK(site_problems("hours: [mon]\n") ==
          R"(site.yaml:1:9: error: an entry of "hours" must be keys with values, not text
    1 | hours: [mon]
      |         ^~~
      = write {days: [...], from: ..., to: ...}
)");
}

TEST_CASE("a holiday that is longer than a school is likely to be closed is a warning") {
    CHECK(site_problems("holidays: [2026-12-24 to 2028-01-03]\n") ==
          R"(site.yaml:1:12: warning: the screen stays dark for 376 days
    1 | holidays: [2026-12-24 to 2028-01-03]
      |            ^~~~~~~~~~~~~~~~~~~~~~~~
      = write 2026-12-24 to 2027-01-03, unless this is meant
)");
    CHECK(site_problems("holidays: [2027-01-01 to 2027-05-01]\n") ==
          R"(site.yaml:1:12: warning: the screen stays dark for 121 days
    1 | holidays: [2027-01-01 to 2027-05-01]
      |            ^~~~~~~~~~~~~~~~~~~~~~~~
      = check the months and the years, unless this is meant
)");
    CHECK(site_problems("holidays: [2027-01-01 to 2027-04-30]\n") == "");
}

TEST_CASE("of a reversed range, the shorter meaning is advised, or both if none is short") {
    const auto advice = [](const std::string& range) {
        const std::string printed = site_problems("holidays: [" + range + "]\n");
        const auto start = printed.find("= ");
        return printed.substr(start + 2, printed.size() - start - 3);
    };
    CHECK(advice("2026-12-24 to 2026-01-03") == "write 2026-12-24 to 2027-01-03");
    CHECK(advice("2026-12-24 to 2024-01-03") == "write 2026-12-24 to 2027-01-03");
    CHECK(advice("2027-01-03 to 2026-12-24") == "write 2026-12-24 to 2027-01-03");
    CHECK(advice("2026-03-12 to 2026-03-05") == "write 2026-03-05 to 2026-03-12");
    CHECK(advice("2026-09-01 to 2026-03-01") ==
          "write 2026-03-01 to 2026-09-01, or 2026-09-01 to 2027-03-01");
}

TEST_CASE("invalid dates and reversed ranges of holidays are errors") {
    CHECK(site_problems("holidays: [2027-02-29, 2026-12-24 to 2026-12-32, Christmas]\n") ==
          R"(site.yaml:1:12: error: "2027-02-29" is not a date
    1 | holidays: [2027-02-29, 2026-12-24 to 2026-12-32, Christmas]
      |            ^~~~~~~~~~
      = write a day from 1 to 28: February 2027 has no other
site.yaml:1:24: error: "2026-12-32" is not a date
    1 | holidays: [2027-02-29, 2026-12-24 to 2026-12-32, Christmas]
      |                        ^~~~~~~~~~~~~~~~~~~~~~~~
      = write a day from 1 to 31: December 2026 has no other
site.yaml:1:50: error: "Christmas" is not a date
    1 | holidays: [2027-02-29, 2026-12-24 to 2026-12-32, Christmas]
      |                                                  ^~~~~~~~~
      = write it like 2027-04-02, or 2026-12-24 to 2027-01-03: year, month, day
)");
    CHECK(site_problems("holidays: [2027-01-03 to 2026-12-24]\n") ==
          R"(site.yaml:1:12: error: this ends before it begins
    1 | holidays: [2027-01-03 to 2026-12-24]
      |            ^~~~~~~~~~~~~~~~~~~~~~~~
      = write 2026-12-24 to 2027-01-03
)");
    CHECK(site_problems("holidays: 2027-04-02\n") ==
          R"(site.yaml:1:11: error: "holidays" must be a list, not text
    1 | holidays: 2027-04-02
      |           ^~~~~~~~~~
      = write [2027-04-02]
)");
}
