#include "session/hours.hpp"

#include <algorithm>

namespace session {

namespace {

using namespace std::chrono;

// This was written later, so no clock that is right shows less.
constexpr WallClock earliest{local_days{2026y / November / 1}};

bool has_hours(const content::Site& site) {
    return !site.hours.empty() || !site.holidays.empty();
}

bool is_holiday(const content::Site& site, local_days day) {
    const year_month_day date{day};
    return std::ranges::any_of(site.holidays, [date](const content::Holiday& holiday) {
        return holiday.first <= date && date <= holiday.last;
    });
}

bool is_on(const content::OpenHours& part, local_days day) {
    return part.days[weekday{day}.iso_encoding() - 1];
}

} // namespace

bool is_due_on(const content::Site& site, WallClock wall) {
    if (!has_hours(site) || wall < earliest) return true;
    const local_days day = floor<days>(wall);
    if (is_holiday(site, day)) return false;
    const seconds time = wall - day;
    return site.hours.empty() || std::ranges::any_of(site.hours, [&](const content::OpenHours& part) {
               return is_on(part, day) && part.from <= time && time < part.to;
           });
}

std::optional<seconds> until_it_changes(const content::Site& site, WallClock wall) {
    if (!has_hours(site) || wall < earliest) return std::nullopt;
    const bool now = is_due_on(site, wall);
    const local_days today = floor<days>(wall);
    for (local_days day = today; day <= today + years{1}; day += days{1}) {
        std::optional<WallClock> next;
        const auto consider = [&](WallClock at) {
            if (at > wall && is_due_on(site, at) != now) next = std::min(next.value_or(at), at);
        };
        consider(day);
        for (const content::OpenHours& part : site.hours) consider(day + part.from), consider(day + part.to);
        if (next) return *next - wall;
    }
    return std::nullopt;
}

} // namespace session
