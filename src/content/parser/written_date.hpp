// Dates and ranges of dates, as people write them.
#pragma once

#include "content/content.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

// Returns the dates that may have been meant: one for "Nov 1, 2026", two for "11/1/2026", none if
// it is not clear.
std::vector<std::chrono::year_month_day> find_dates(std::string_view written);

// Returns the day or the range of days that was meant, in the written order, or nullopt if it is
// not clear.
std::optional<Holiday> find_holiday(std::string_view written);

// Returns the advice for a value that is not a date.
std::string advice_for_date(std::string_view written);

// Returns the advice for an item of "holidays" that is neither a date nor a range of dates.
std::string advice_for_holiday(std::string_view written);

// Returns the advice for a range that ends before it begins: with the days swapped, or with the
// next year, whichever is meant more likely.
std::string advice_for_order(const Holiday& range);

// The longest time that a school is likely to be closed.
inline constexpr std::chrono::days max_usual_closure{120};

// Returns the range with an earlier year at its end, if that makes it as short as a usual one.
std::optional<Holiday> with_earlier_year(const Holiday& range);

std::chrono::days length_of(const Holiday& range); // both days included

// Returns "2026-12-24", and "2026-12-24 to 2027-01-03" for more than one day.
std::string format_date(std::chrono::year_month_day date);
std::string format_range(const Holiday& range);

} // namespace content::parser
