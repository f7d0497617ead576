#include "session/opening_hours.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace session;
using namespace std::chrono;

namespace {

// Open from Monday to Friday, on Friday with a break at noon, and on Saturday evening until
// midnight.
content::Site school() {
    content::Site site;
    site.hours = {{{true, true, true, true, false, false, false}, 7h, 17h + 30min},
                  {{false, false, false, false, true, false, false}, 7h, 12h},
                  {{false, false, false, false, true, false, false}, 13h, 15h},
                  {{false, false, false, false, false, true, false}, 20h, 24h}};
    site.holidays = {{2026y / December / 24, 2027y / January / 3},
                     {2027y / April / 2, 2027y / April / 2}};
    return site;
}

base::LocalTime at(year_month_day day, seconds time) {
    return local_days{day} + time;
}

constexpr auto thursday = 2026y / November / 26, friday = 2026y / November / 27,
               saturday = 2026y / November / 28, sunday = 2026y / November / 29,
               monday = 2026y / November / 30;

struct Row {
    base::LocalTime local_time;
    bool is_open;
    base::LocalTime changes_at;
};

} // namespace

TEST_CASE("the opening hours and holidays decide whether the screen is on and when that changes") {
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
        // The first and the last day of the holidays, and a weekday between them.
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

TEST_CASE("two entries without a gap between them count as one") {
    content::Site site;
    site.hours = {{{true, true, true, true, true, true, true}, 7h, 12h},
                  {{true, true, true, true, true, true, true}, 12h, 17h}};
    CHECK(is_open(site, at(monday, 12h)));
    CHECK(time_until_change(site, at(monday, 8h)) == 9h);
}

TEST_CASE("without hours, the screen is off on holidays only") {
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

TEST_CASE("opening hours are in local time when daylight saving time begins or ends") {
    content::Site site; // in the US the clocks change on the two Sundays below
    site.hours = {{{false, false, false, false, false, false, true}, 1h + 30min, 2h + 30min}};
    const auto spring = 2027y / March / 14, autumn = 2027y / November / 7;
    // The second after 1:59:59 is 3:00:00, so the end at 2:30 is skipped.
    CHECK(is_open(site, at(spring, 2h - 1s)));
    CHECK_FALSE(is_open(site, at(spring, 3h)));
    // The second after 1:59:59 is 1:00:00 again, which is before the start at 1:30.
    CHECK(is_open(site, at(autumn, 2h - 1s)));
    CHECK_FALSE(is_open(site, at(autumn, 1h)));
    CHECK(time_until_change(site, at(autumn, 1h)) == 30min);
}

TEST_CASE("with a clock that is obviously wrong, the screen is always on") {
    for (const auto day :
         {1970y / January / 1, 1980y / January / 1, 1999y / December / 31, 2000y / January / 1,
          2010y / January / 1, 2026y / October / 31, 2036y / January / 1, 2036y / February / 7,
          2038y / January / 19, 2039y / June / 15, 2069y / December / 31, 2099y / December / 31,
          2106y / February / 7, 9999y / December / 31})
        for (const seconds time : {0s, seconds{3h}, seconds{12h}, seconds{24h} - 1s}) {
            CAPTURE(day.year());
            CHECK(is_open(school(), at(day, time)));
            CHECK_FALSE(time_until_change(school(), at(day, time)).has_value());
        }
    CHECK_FALSE(is_open(school(), at(2026y / November / 1, 3h)));
    CHECK_FALSE(is_open(school(), at(2035y / December / 31, 24h - 1s)));
    CHECK(time_until_change(school(), at(2035y / December / 31, 23h)) == 1h);
}
