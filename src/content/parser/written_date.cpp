#include "content/parser/written_date.hpp"

#include "base/utf8.hpp"
#include "content/parser/date_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// The first three letters of a month, in English and in Spanish where they differ.
struct MonthStart {
    std::string_view start;
    unsigned number;
};
constexpr auto month_starts = std::to_array<MonthStart>({{"jan", 1},
                                                         {"feb", 2},
                                                         {"mar", 3},
                                                         {"apr", 4},
                                                         {"may", 5},
                                                         {"jun", 6},
                                                         {"jul", 7},
                                                         {"aug", 8},
                                                         {"sep", 9},
                                                         {"oct", 10},
                                                         {"nov", 11},
                                                         {"dec", 12},
                                                         {"ene", 1},
                                                         {"abr", 4},
                                                         {"ago", 8},
                                                         {"dic", 12}});

// The numbers and the month of a written date, in their order.
struct DateParts {
    std::vector<std::string> numbers;
    std::optional<unsigned> month_name;
    bool has_other_word = false;
};

std::optional<unsigned> find_month(std::string_view word) {
    const auto* const found =
        std::ranges::find(month_starts, word.substr(0, 3), &MonthStart::start);
    return found == month_starts.end() ? std::nullopt : std::optional(found->number);
}

void add_word(DateParts& parts, std::string_view word, bool is_after_number) {
    constexpr auto ignored = std::to_array<std::string_view>({"of", "de", "del", "the"});
    constexpr auto ordinals = std::to_array<std::string_view>({"st", "nd", "rd", "th"});
    if (is_after_number && std::ranges::find(ordinals, word) != ordinals.end()) return;
    if (std::ranges::find(ignored, word) != ignored.end()) return;
    if (const auto number = find_month(word); number && !parts.month_name)
        parts.month_name = number;
    else
        parts.has_other_word = true;
}

DateParts split_date(std::string_view written) {
    DateParts parts;
    for (std::size_t offset = 0; offset < written.size();) {
        const char letter = base::to_lower_ascii(written[offset]);
        std::string run;
        const bool is_number = base::is_digit(letter);
        const bool is_word = letter >= 'a' && letter <= 'z';
        while (offset < written.size() && (is_number || is_word)) {
            const char next = base::to_lower_ascii(written[offset]);
            if (is_number ? !base::is_digit(next) : next < 'a' || next > 'z') break;
            run += next;
            ++offset;
        }
        const bool is_after_number =
            offset > run.size() && base::is_digit(written[offset - run.size() - 1]);
        if (is_number)
            parts.numbers.push_back(run);
        else if (is_word)
            add_word(parts, run, is_after_number);
        else
            ++offset;
    }
    return parts;
}

unsigned to_number(const std::string& digits) {
    constexpr std::size_t max_digits = 4;
    return digits.size() > max_digits ? 0U : static_cast<unsigned>(std::stoul(digits));
}

year to_year(const std::string& digits) {
    constexpr unsigned century = 2000;
    return year(static_cast<int>(to_number(digits) + (digits.size() == 2 ? century : 0U)));
}

void add_if_valid(std::vector<year_month_day>& dates, year in, unsigned month_number,
                  unsigned day_number) {
    const year_month_day date{in, month(month_number), day(day_number)};
    if (date.ok() && std::ranges::find(dates, date) == dates.end()) dates.push_back(date);
}

// Returns the number of the last day of a month.
unsigned last_day(year in, unsigned month_number) {
    return static_cast<unsigned>((in / month(month_number) / std::chrono::last).day());
}

// Returns the advice for "2027-02-29", or an empty text if the month has such a day.
std::string advice_for_missing_day(std::string_view written) {
    const std::vector<std::string> numbers = split_date(written).numbers;
    if (numbers.size() != 3 || numbers[0].size() != 4) return {};
    const unsigned month_number = to_number(numbers[1]);
    if (month_number < 1 || month_number > month_names.size()) return {};
    const unsigned last = last_day(to_year(numbers[0]), month_number);
    if (to_number(numbers[2]) >= 1 && to_number(numbers[2]) <= last) return {};
    return fmt::format("write a day from 1 to {}: {} {} has no other", last,
                       month_names[month_number - 1], numbers[0]);
}

std::string name_of(year_month_day date) {
    return fmt::format("{} {}", month_names[static_cast<unsigned>(date.month()) - 1],
                       static_cast<unsigned>(date.day()));
}

// Returns the two sides of a range, or nullopt if the text has no word or dash between them.
std::optional<std::pair<std::string, std::string>> split_range(std::string_view written) {
    constexpr auto separators = std::to_array<std::string_view>(
        {" to ", " until ", " till ", " through ", " thru ", " bis ", " hasta ", " al ", "–", "—",
         " - ", "..", " -", "- "});
    for (const std::string_view separator : separators) {
        const std::size_t middle = written.find(separator);
        if (middle == std::string_view::npos) continue;
        return std::pair(std::string(written.substr(0, middle)),
                         std::string(written.substr(middle + separator.size())));
    }
    constexpr std::size_t date_length = 10; // "2026-12-24/2027-01-03"
    if (written.size() != 2 * date_length + 1) return std::nullopt;
    return std::pair(std::string(written.substr(0, date_length)),
                     std::string(written.substr(date_length + 1)));
}

year_month_day plus_year(year_month_day date, int count) {
    const year_month_day moved = date + years(count);
    // February 29 becomes the last day of February.
    return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

} // namespace

std::vector<year_month_day> find_dates(std::string_view written) {
    DateParts parts = split_date(written);
    std::vector<std::string>& numbers = parts.numbers;
    std::vector<year_month_day> dates;
    if (parts.has_other_word) return dates;
    if (numbers.size() == 1 && numbers[0].size() == 8 && !parts.month_name) // "20261224"
        numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6)};
    if (parts.month_name && numbers.size() == 2) {
        const bool is_year_first = numbers[0].size() == 4;
        add_if_valid(dates, to_year(numbers[is_year_first ? 0 : 1]), *parts.month_name,
                     to_number(numbers[is_year_first ? 1 : 0]));
    } else if (!parts.month_name && numbers.size() == 3 && numbers[0].size() == 4) {
        add_if_valid(dates, to_year(numbers[0]), to_number(numbers[1]), to_number(numbers[2]));
    } else if (!parts.month_name && numbers.size() == 3 &&
               (numbers[2].size() == 4 || numbers[2].size() == 2)) {
        const bool is_day_first = written.find('.') != std::string_view::npos; // as in German
        const year in = to_year(numbers[2]);
        if (!is_day_first) add_if_valid(dates, in, to_number(numbers[0]), to_number(numbers[1]));
        add_if_valid(dates, in, to_number(numbers[1]), to_number(numbers[0]));
    }
    return dates;
}

std::string advice_for_date(std::string_view written) {
    const std::vector<year_month_day> dates = find_dates(written);
    if (dates.size() == 1) return fmt::format("write {}", format_date(dates[0]));
    if (dates.size() == 2)
        return fmt::format("write {} for {}, or {} for {}", format_date(dates[0]),
                           name_of(dates[0]), format_date(dates[1]), name_of(dates[1]));
    if (std::string advice = advice_for_missing_day(written); !advice.empty()) return advice;
    return "write it like 2026-09-14: year, month, day";
}

std::optional<Holiday> find_holiday(std::string_view written) {
    const auto sides = split_range(written);
    const auto first = find_dates(sides ? std::string_view(sides->first) : written);
    const auto last = sides ? find_dates(sides->second) : first;
    if (first.size() != 1 || last.size() != 1) return std::nullopt;
    return Holiday{first[0], last[0]};
}

std::string advice_for_holiday(std::string_view written) {
    if (const auto range = find_holiday(written))
        return range->first <= range->last ? fmt::format("write {}", format_range(*range))
                                           : advice_for_order(*range);
    const auto sides = split_range(written);
    if (sides) {
        for (const std::string& side : {sides->first, sides->second})
            if (std::string advice = advice_for_missing_day(side); !advice.empty()) return advice;
    } else if (!find_dates(written).empty() || !advice_for_missing_day(written).empty()) {
        return advice_for_date(written);
    }
    return "write it like 2027-04-02, or 2026-12-24 to 2027-01-03: year, month, day";
}

std::string advice_for_order(const Holiday& range) {
    const Holiday swapped{range.last, range.first};
    Holiday raised{range.first, range.last};
    while (raised.last < raised.first) raised.last = plus_year(raised.last, 1);
    const bool is_swapped_usual = length_of(swapped) <= max_usual_closure;
    const bool is_raised_usual = length_of(raised) <= max_usual_closure;
    if (is_raised_usual && !is_swapped_usual) return fmt::format("write {}", format_range(raised));
    if (is_swapped_usual && !is_raised_usual) return fmt::format("write {}", format_range(swapped));
    return fmt::format("write {}, or {}", format_range(swapped), format_range(raised));
}

std::optional<Holiday> with_earlier_year(const Holiday& range) {
    Holiday earlier = range;
    while (length_of(earlier) > max_usual_closure) {
        earlier.last = plus_year(earlier.last, -1);
        if (earlier.last < earlier.first) return std::nullopt;
    }
    return earlier;
}

days length_of(const Holiday& range) {
    return sys_days(range.last) - sys_days(range.first) + days(1);
}

std::string format_date(year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_range(const Holiday& range) {
    if (range.first == range.last) return format_date(range.first);
    return fmt::format("{} to {}", format_date(range.first), format_date(range.last));
}

} // namespace content::parser
