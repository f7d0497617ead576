#include "session/opening_hours.hpp"

#include "session/plausible_time.hpp"

#include <algorithm>

namespace session {

namespace {

using namespace std::chrono;

bool has_hours(const content::Site& site) {
    return !site.hours.empty() || !site.holidays.empty();
}

bool is_holiday(const content::Site& site, local_days day) {
    const year_month_day date{day};
    return std::ranges::any_of(site.holidays, [date](const content::Holiday& holiday) {
        return holiday.first <= date && date <= holiday.last;
    });
}

bool includes_day(const content::OpeningHours& part, local_days day) {
    return part.days[weekday{day}.iso_encoding() - 1];
}

} // namespace

bool is_open(const content::Site& site, base::LocalTime local_time) {
    if (!has_hours(site) || !is_plausible(local_time)) return true;
    const local_days day = floor<days>(local_time);
    if (is_holiday(site, day)) return false;
    const seconds time = local_time - day;
    return site.hours.empty() ||
           std::ranges::any_of(site.hours, [&](const content::OpeningHours& part) {
               return includes_day(part, day) && part.from <= time && time < part.to;
           });
}

std::optional<seconds> time_until_change(const content::Site& site, base::LocalTime local_time) {
    if (!has_hours(site) || !is_plausible(local_time)) return std::nullopt;
    const bool is_open_now = is_open(site, local_time);
    const local_days today = floor<days>(local_time);
    for (local_days day = today; day <= today + years{1}; day += days{1}) {
        std::optional<base::LocalTime> next;
        const auto consider = [&](base::LocalTime at) {
            if (at > local_time && is_open(site, at) != is_open_now)
                next = std::min(next.value_or(at), at);
        };
        consider(day);
        for (const content::OpeningHours& part : site.hours)
            consider(day + part.from), consider(day + part.to);
        if (next) return *next - local_time;
    }
    return std::nullopt;
}

} // namespace session
