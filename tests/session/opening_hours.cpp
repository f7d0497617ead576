#include "session/opening_hours.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace session;
using namespace std::chrono;

namespace {

// A school's: Monday to Friday, on Friday with a gap at noon, and a Saturday until midnight.
content::Site school() {
    content::Site site;
    site.hours = {{{true, true, true, true, false, false, false}, 7h, 17h + 30min},
                  {{false, false, false, false, true, false, false}, 7h, 12h},
                  {{false, false, false, false, true, false, false}, 13h, 15h},
                  {{false, false, false, false, false, true, false}, 20h, 24h}};
    site.holidays = {{2026y / December / 24, 2027y / January / 3}, {2027y / April / 2, 2027y / April / 2}};
    return site;
}

WallClock at(year_month_day day, seconds time) {
    return local_days{day} + time;
}

constexpr auto thursday = 2026y / November / 26, friday = 2026y / November / 27,
               saturday = 2026y / November / 28, sunday = 2026y / November / 29, monday = 2026y / November / 30;

struct Row {
    WallClock local_time;
    bool is_open;
    WallClock changes_at;
};

} // namespace

TEST_CASE("whether the screen is on, and until when") {
    const std::array rows{
        Row{at(thursday, 0s), false, at(thursday, 7h)},
        Row{at(thursday, 7h - 1s), false, at(thursday, 7h)},
        Row{at(thursday, 7h), true, at(thursday, 17h + 30min)},
        Row{at(thursday, 17h + 29min + 59s), true, at(thursday, 17h + 30min)},
        Row{at(thursday, 17h + 30min), false, at(friday, 7h)},
        Row{at(thursday, 24h - 1s), false, at(friday, 7h)},
        Row{at(friday, 9h), true, at(friday, 12h)},
        Row{at(friday, 12h), false, at(friday, 13h)},
        Row{at(friday, 15h), false, at(saturday, 20h)},
        Row{at(saturday, 23h + 59min + 59s), true, at(sunday, 0s)},
        Row{at(sunday, 0s), false, at(monday, 7h)},
        // The first and the last day of the holidays, and what would be a school day among them.
        Row{at(2026y / December / 23, 23h), false, at(2027y / January / 4, 7h)},
        Row{at(2026y / December / 24, 9h), false, at(2027y / January / 4, 7h)},
        Row{at(2027y / January / 1, 9h), false, at(2027y / January / 4, 7h)},
        Row{at(2027y / January / 3, 23h), false, at(2027y / January / 4, 7h)},
        Row{at(2027y / April / 1, 18h), false, at(2027y / April / 3, 20h)},
    };
    for (const Row& row : rows) {
        CAPTURE(year_month_day{floor<days>(row.local_time)}.day());
        CAPTURE((row.local_time - floor<days>(row.local_time)).count());
        CHECK(is_open(school(), row.local_time) == row.is_open);
        CHECK(time_until_change(school(), row.local_time) == row.changes_at - row.local_time);
    }
}

TEST_CASE("parts that meet are one") {
    content::Site site;
    site.hours = {{{true, true, true, true, true, true, true}, 7h, 12h},
                  {{true, true, true, true, true, true, true}, 12h, 17h}};
    CHECK(is_open(site, at(monday, 12h)));
    CHECK(time_until_change(site, at(monday, 8h)) == 9h);
}

TEST_CASE("holidays alone darken a screen that is on day and night") {
    content::Site site;
    site.holidays = {{friday, saturday}};
    CHECK(is_open(site, at(thursday, 24h - 1s)));
    CHECK(time_until_change(site, at(thursday, 22h)) == 2h);
    CHECK_FALSE(is_open(site, at(friday, 0s)));
    CHECK(time_until_change(site, at(friday, 0s)) == 48h);
    CHECK(is_open(site, at(sunday, 0s)));
    CHECK_FALSE(time_until_change(site, at(sunday, 0s)).has_value());
}

TEST_CASE("a site without hours is always on") {
    CHECK(is_open({}, at(sunday, 3h)));
    CHECK_FALSE(time_until_change({}, at(sunday, 3h)).has_value());
}

TEST_CASE("where summer time begins or ends, what the clock on the wall shows counts") {
    content::Site site; // in the US clocks are moved on the Sundays below
    site.hours = {{{false, false, false, false, false, false, true}, 1h + 30min, 2h + 30min}};
    const auto spring = 2027y / March / 14, autumn = 2027y / November / 7;
    // At 1:59:59 the next second shows 3:00:00: it is past the end, which the clock never showed.
    CHECK(is_open(site, at(spring, 2h - 1s)));
    CHECK_FALSE(is_open(site, at(spring, 3h)));
    // At 1:59:59 the next second shows 1:00:00 again: it is before the beginning once more.
    CHECK(is_open(site, at(autumn, 2h - 1s)));
    CHECK_FALSE(is_open(site, at(autumn, 1h)));
    CHECK(time_until_change(site, at(autumn, 1h)) == 30min);
}

TEST_CASE("a clock that is plainly wrong darkens nothing") {
    for (const auto day : {1970y / January / 1, 2000y / January / 1, 2026y / October / 31}) {
        CHECK(is_open(school(), at(day, 3h)));
        CHECK_FALSE(time_until_change(school(), at(day, 3h)).has_value());
    }
    CHECK_FALSE(is_open(school(), at(2026y / November / 1, 3h)));
}
