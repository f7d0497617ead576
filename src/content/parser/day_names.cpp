#include "content/parser/day_names.hpp"

#include "base/replace_all.hpp"
#include "base/utf8.hpp"
#include "content/closest_match.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace content::parser {

namespace {

// A word and the day that it means; Monday is 0.
struct DayWord {
    std::string_view word;
    std::size_t day;
};

constexpr auto english_names = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

// Other short forms, and the names in the languages that the staff of a school are likely to write.
constexpr auto day_words = std::to_array<DayWord>({
    {"mo", 0},        {"m", 0},        {"tu", 1},         {"tues", 1},      {"we", 2},
    {"weds", 2},      {"w", 2},        {"th", 3},         {"thur", 3},      {"thurs", 3},
    {"fr", 4},        {"f", 4},        {"sa", 5},         {"su", 6},        {"lunes", 0},
    {"lun", 0},       {"martes", 1},   {"mar", 1},        {"miércoles", 2}, {"miercoles", 2},
    {"mié", 2},       {"mie", 2},      {"jueves", 3},     {"jue", 3},       {"viernes", 4},
    {"vie", 4},       {"sábado", 5},   {"sabado", 5},     {"sáb", 5},       {"sab", 5},
    {"domingo", 6},   {"dom", 6},      {"lundi", 0},      {"mardi", 1},     {"mercredi", 2},
    {"mer", 2},       {"jeudi", 3},    {"jeu", 3},        {"vendredi", 4},  {"ven", 4},
    {"samedi", 5},    {"sam", 5},      {"dimanche", 6},   {"dim", 6},       {"montag", 0},
    {"dienstag", 1},  {"mittwoch", 2}, {"donnerstag", 3}, {"freitag", 4},   {"samstag", 5},
    {"sonnabend", 5}, {"sonntag", 6},
});

struct DaysWord {
    std::string_view word;
    Days days;
};

constexpr Days every_day{true, true, true, true, true, true, true};
constexpr Days school_days{true, true, true, true, true, false, false};
constexpr Days weekend{false, false, false, false, false, true, true};

constexpr auto days_words = std::to_array<DaysWord>({
    {"daily", every_day},
    {"everyday", every_day},
    {"every day", every_day},
    {"all", every_day},
    {"all days", every_day},
    {"weekday", school_days},
    {"weekdays", school_days},
    {"school days", school_days},
    {"workdays", school_days},
    {"weekend", weekend},
    {"weekends", weekend},
});

std::optional<std::size_t> find_day(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const auto* const name = std::ranges::find(day_names, word);
    if (name != day_names.end()) return static_cast<std::size_t>(name - day_names.begin());
    const auto* const other = std::ranges::find(day_words, word, &DayWord::word);
    if (other != day_words.end()) return other->day;
    constexpr std::size_t min_misspelled_length = 5; // shorter words are too similar
    if (word.size() < min_misspelled_length) return std::nullopt;
    std::string_view single = word;
    if (single.ends_with("days")) single.remove_suffix(1); // "Mondays"
    const auto match = closest_match(single, english_names);
    if (!match) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::find(english_names, *match) -
                                    english_names.begin());
}

// Returns the words in lowercase, with "-" as a word of its own for a range.
std::vector<std::string> split_days(std::string_view written) {
    std::string text = " " + base::to_lower_ascii(written) + " ";
    for (const std::string_view dash :
         {"-", "–", "—", " to ", " through ", " thru ", " a ", " bis ", " until "})
        text = base::replace_all(std::move(text), dash, " \x01 ");
    for (const std::string_view separator : {",", ";", "&", "+", "/", " and ", " y ", " und "})
        text = base::replace_all(std::move(text), separator, " ");
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (letter == '\x01')
            words.back() += '-';
        else if (letter != ' ')
            words.back() += letter;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// Adds the days from `first` to `last`, also over the end of the week: "fri-mon".
void add_range(Days& days, std::size_t first, std::size_t last) {
    for (std::size_t day = first;; day = (day + 1) % days.size()) {
        days[day] = true;
        if (day == last) return;
    }
}

} // namespace

std::optional<Days> find_days(std::string_view written) {
    const std::string lower = base::to_lower_ascii(written);
    const auto* const group =
        std::ranges::find(days_words, std::string_view(lower), &DaysWord::word);
    if (group != days_words.end()) return group->days;
    const std::vector<std::string> words = split_days(written);
    Days days{};
    std::optional<std::size_t> before;
    bool is_range = false;
    for (const std::string& word : words) {
        if (word == "-") {
            if (!before || is_range) return std::nullopt;
            is_range = true;
            continue;
        }
        const auto day = find_day(word);
        if (!day) return std::nullopt;
        add_range(days, is_range ? *before : *day, *day);
        is_range = false;
        before = day;
    }
    return before && !is_range ? std::optional(days) : std::nullopt;
}

std::string join_days(const Days& days) {
    std::string text;
    for (std::size_t day = 0; day < days.size(); ++day)
        if (days[day]) text.append(text.empty() ? "" : ", ").append(day_names[day]);
    return text;
}

} // namespace content::parser
