#include "content/parser/written_time.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

enum class HalfOfDay { unknown, morning, afternoon };

// Returns the letters in lowercase, without spaces, periods and apostrophes.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char letter : text)
        if (letter != ' ' && letter != '.' && letter != '\'')
            letters += base::to_lower_ascii(letter);
    return letters;
}

// Returns what follows the digits of a time, or nullopt if it is not part of a time.
std::optional<HalfOfDay> parse_suffix(std::string_view text) {
    const std::string suffix = letters_of(text);
    if (suffix == "am" || suffix == "a") return HalfOfDay::morning;
    if (suffix == "pm" || suffix == "p") return HalfOfDay::afternoon;
    constexpr auto others =
        std::to_array<std::string_view>({"", "h", "hr", "hrs", "hours", "uhr", "oclock"});
    const bool is_known = std::ranges::find(others, std::string_view(suffix)) != others.end();
    return is_known ? std::optional(HalfOfDay::unknown) : std::nullopt;
}

std::string take_digits(std::string_view& text) {
    const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string digits(text.substr(0, length));
    text.remove_prefix(length);
    return digits;
}

// The digits of hours and minutes, and what follows them.
struct TimeParts {
    std::string hour;
    std::string minute;
    std::string_view suffix;
};

TimeParts split_time(std::string_view text) {
    TimeParts parts;
    parts.hour = take_digits(text);
    if (parts.hour.size() == 3 || parts.hour.size() == 4) { // "730", "0700"
        parts.minute = parts.hour.substr(parts.hour.size() - 2);
        parts.hour.resize(parts.hour.size() - 2);
        parts.suffix = text;
        return parts;
    }
    std::string_view after = text;
    if (!after.empty() && std::string_view(":.hH,").find(after.front()) != std::string_view::npos) {
        after.remove_prefix(1);
        parts.minute = take_digits(after);
        if (!parts.minute.empty()) text = after;
    }
    if (text.starts_with(":00")) text.remove_prefix(3); // seconds
    parts.suffix = text;
    return parts;
}

} // namespace

std::string format_time(minutes time) {
    return fmt::format("{}:{:02}", time / hours{1}, (time % hours{1}).count());
}

std::optional<std::string> to_time(std::string_view written, bool is_end) {
    const std::string word = letters_of(written);
    if (word == "noon" || word == "midday") return "12:00";
    if (word == "midnight") return is_end ? "24:00" : "0:00";
    const TimeParts parts = split_time(written);
    const auto half = parse_suffix(parts.suffix);
    if (!half || parts.hour.empty() || parts.hour.size() > 2) return std::nullopt;
    if (!parts.minute.empty() && parts.minute != "0" && parts.minute.size() != 2)
        return std::nullopt;
    int hour = std::stoi(parts.hour);
    const int minute = parts.minute.empty() ? 0 : std::stoi(parts.minute);
    constexpr int half_day = 12;
    if (*half != HalfOfDay::unknown && (hour == 0 || hour > half_day)) return std::nullopt;
    if (*half != HalfOfDay::unknown) hour %= half_day;
    if (*half == HalfOfDay::afternoon) hour += half_day;
    const minutes time = hours{hour} + minutes{minute};
    if (minute > 59 || time > hours{24}) return std::nullopt;
    if (is_end && time == minutes{0}) return "24:00"; // 12 am at the end of a day
    return format_time(time);
}

} // namespace content::parser
