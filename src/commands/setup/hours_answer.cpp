#include "commands/setup/hours_answer.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <sstream>
#include <utility>

namespace commands::setup {

namespace {

using content::OpeningHours;
using std::chrono::hours;
using std::chrono::minutes;
using Days = std::array<bool, 7>; // from Monday

constexpr std::array<std::string_view, 7> day_names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

// What is written in several ways, in the order in which it is replaced. Spaces separate words, and
// a hyphen joins the ends of a range.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> spellings{{
    {"–", "-"},
    {"—", "-"},
    {" to ", "-"},
    {" until ", "-"},
    {" through ", "-"},
    {" - ", "-"},
    {"- ", "-"},
    {" -", "-"},
    {",", " "},
    {";", " "},
    {"&", " "},
    {" and ", " "},
    {"a.m.", "am"},
    {"p.m.", "pm"},
    {" am", "am"},
    {" pm", "pm"},
    {"weekdays", "mo-fr"},
    {"weekends", "sa-su"},
    {"every day", "mo-su"},
    {"daily", "mo-su"},
    {"noon", "12:00"},
    {"midnight", "24:00"},
}};

std::string normalize(std::string_view written) {
    std::string text = " " + base::to_lower_ascii(written) + " ";
    for (const auto& [spelling, replacement] : spellings)
        for (std::size_t offset = text.find(spelling); offset != std::string::npos;
             offset = text.find(spelling, offset))
            text.replace(offset, spelling.size(), replacement);
    return text;
}

// Splits "a-b" into both parts. Without a hyphen, both are the whole word.
std::pair<std::string_view, std::string_view> split_range(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) return {word, word};
    return {word.substr(0, hyphen), word.substr(hyphen + 1)};
}

// Returns the day that begins like this, for example 3 for "thu" and "thurs".
std::optional<std::size_t> parse_day(std::string_view word) {
    constexpr std::size_t min_letters = 2; // the first letter of two days is the same
    if (word.ends_with('.') || word.ends_with(':')) word.remove_suffix(1);
    if (word.ends_with('s') && word.size() > 5) word.remove_suffix(1); // "mondays"
    if (word.size() < min_letters) return std::nullopt;
    const auto found = std::ranges::find_if(
        day_names, [word](std::string_view name) { return name.starts_with(word); });
    if (found == day_names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - day_names.begin());
}

// Adds a day or a range of days, which may pass Sunday. Returns false if the word is neither.
bool add_days(std::string_view word, Days& days) {
    const auto [from, to] = split_range(word);
    const auto first = parse_day(from);
    const auto last = parse_day(to);
    if (!first || !last) return false;
    for (std::size_t day = *first;; day = (day + 1) % days.size()) {
        days[day] = true;
        if (day == *last) return true;
    }
}

struct WrittenTime {
    minutes time;
    bool has_half = false; // am or pm
};

std::optional<int> take_number(std::string_view& text) {
    int value = 0;
    if (text.empty() || !base::is_digit(text.front())) return std::nullopt;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return value;
}

// Understands "7", "7:30", "7.30", "19:30", "7am" and "7:30pm".
std::optional<WrittenTime> parse_time(std::string_view text) {
    const auto hour = take_number(text);
    if (!hour || *hour > 24) return std::nullopt;
    int minute = 0;
    if (text.starts_with(':') || text.starts_with('.')) {
        text.remove_prefix(1);
        if (text.size() < 2) return std::nullopt;
        const auto written = take_number(text);
        if (!written || *written > 59) return std::nullopt;
        minute = *written;
    }
    if (text.empty()) return WrittenTime{hours{*hour} + minutes{minute}};
    const bool is_afternoon = text == "pm" || text == "p";
    if (!is_afternoon && text != "am" && text != "a") return std::nullopt;
    if (*hour < 1 || *hour > 12) return std::nullopt;
    return WrittenTime{hours{*hour % 12 + (is_afternoon ? 12 : 0)} + minutes{minute}, true};
}

std::optional<std::pair<minutes, minutes>> parse_time_range(std::string_view word) {
    if (word.find('-') == std::string_view::npos) return std::nullopt;
    const auto [start, end] = split_range(word);
    const auto from = parse_time(start);
    auto to = parse_time(end);
    if (!from || !to) return std::nullopt;
    const minutes noon = hours{12};
    if (!to->has_half && to->time <= from->time && to->time <= noon) to->time += noon;
    // As in "1-5pm".
    const bool is_shared_half = to->has_half && !from->has_half && to->time >= noon &&
                                from->time < noon && from->time + noon < to->time &&
                                from->time < hours{6};
    return std::pair{is_shared_half ? from->time + noon : from->time, to->time};
}

std::string_view short_name(std::size_t day) {
    return day_names[day].substr(0, 3);
}

std::string format_time(minutes time) {
    return fmt::format("{}:{:02}", time.count() / 60, time.count() % 60);
}

// Returns "mon-fri", or "mon wed" for days that do not follow each other.
std::string format_days(const Days& days) {
    std::string text;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (!days[day]) continue;
        const std::size_t first = day;
        while (day + 1 < days.size() && days[day + 1]) ++day;
        text.append(text.empty() ? "" : " ").append(short_name(first));
        if (day > first) text.append(day == first + 1 ? " " : "-").append(short_name(day));
    }
    return text;
}

} // namespace

std::optional<std::vector<OpeningHours>> parse_hours(std::string_view answer) {
    std::vector<OpeningHours> all;
    Days days{};
    bool should_start_days = true;
    std::istringstream stream(normalize(answer));
    for (std::string word; stream >> word;) {
        Days added{};
        if (add_days(word, added)) {
            if (should_start_days) days = {};
            should_start_days = false;
            for (std::size_t day = 0; day < days.size(); ++day) days[day] = days[day] || added[day];
            continue;
        }
        const auto range = parse_time_range(word);
        if (!range || days == Days{}) return std::nullopt;
        all.push_back({days, range->first, range->second});
        should_start_days = true;
    }
    // Days without a time at the end are a mistake, too.
    if (all.empty() || !should_start_days) return std::nullopt;
    return all;
}

std::string format_hours(const std::vector<OpeningHours>& hours) {
    if (hours.empty()) return always_open;
    std::string text;
    for (const OpeningHours& part : hours)
        text += fmt::format("{}{} {}-{}", text.empty() ? "" : ", ", format_days(part.days),
                            format_time(part.from), format_time(part.to));
    return text;
}

std::string hours_yaml(const std::vector<OpeningHours>& hours) {
    std::string text;
    for (const OpeningHours& part : hours) {
        std::string days;
        for (std::size_t day = 0; day < part.days.size(); ++day)
            if (part.days[day]) days.append(days.empty() ? "" : ", ").append(short_name(day));
        text += fmt::format("{}{{days: [{}], from: \"{}\", to: \"{}\"}}", text.empty() ? "" : ", ",
                            days, format_time(part.from), format_time(part.to));
    }
    return fmt::format("[{}]", text);
}

} // namespace commands::setup
