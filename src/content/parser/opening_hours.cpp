#include "content/parser/opening_hours.hpp"

#include "content/parser/date_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

constexpr std::array<std::string_view, 7> day_names{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};

// Returns the first letters in lowercase, so that "mon" is suggested for "Monday".
std::string first_letters(std::string_view word) {
    constexpr std::size_t letters = 3;
    std::string first(word.substr(0, letters));
    for (char& letter : first)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return first;
}

void read_days(const YamlNode& node, const ParseContext& context, std::array<bool, 7>& days) {
    read_list(node, context, "\"days\"", 1, max_items, [&](const YamlNode& item) {
        if (!expect_kind(YamlNode::Kind::scalar, item, context, "a day")) return;
        const auto found = std::ranges::find(day_names, std::string_view(item.text));
        if (found == day_names.end()) {
            context.source.error(item.range,
                                 fmt::format("{} is not a day of the week", quote(item.text)),
                                 suggest(first_letters(item.text), day_names));
            return;
        }
        bool& day = days[static_cast<std::size_t>(found - day_names.begin())];
        if (day)
            context.source.error(item.range, fmt::format("{} is listed twice", quote(item.text)));
        day = true;
    });
}

// Returns nullopt after reporting an invalid entry.
std::optional<OpeningHours> read_entry(const YamlNode& item, const ParseContext& context) {
    OpeningHours entry;
    MapReader reader(item, context, "an entry of \"hours\"");
    const YamlNode* const days = reader.require("days");
    if (days != nullptr) read_days(*days, context, entry.days);
    const auto from = read_time(reader, "from");
    const auto to = read_time(reader, "to");
    reader.report_unknown_keys();
    if (!from || !to) return std::nullopt;
    if (*from >= *to) {
        context.source.error(
            reader.find("to")->range, "\"to\" must be later than \"from\"",
            "for hours past midnight, write two entries, one that ends at \"24:00\"");
        return std::nullopt;
    }
    entry.from = *from;
    entry.to = *to;
    return entry;
}

// Returns the first day of the week on which the two overlap, or nullopt if there is none.
std::optional<std::string_view> find_overlap_day(const OpeningHours& one,
                                                 const OpeningHours& other) {
    if (one.to <= other.from || other.to <= one.from) return std::nullopt;
    for (std::size_t day = 0; day < day_names.size(); ++day)
        if (one.days[day] && other.days[day]) return day_names[day];
    return std::nullopt;
}

} // namespace

std::vector<OpeningHours> read_opening_hours(const YamlNode& node, const ParseContext& context) {
    std::vector<OpeningHours> hours;
    read_list(node, context, "\"hours\"", 1, max_items, [&](const YamlNode& item) {
        const auto entry = read_entry(item, context);
        if (!entry) return;
        for (const OpeningHours& before : hours) {
            const auto day = find_overlap_day(before, *entry);
            if (!day) continue;
            context.source.error(item.range,
                                 fmt::format("on \"{}\" this overlaps with an earlier entry", *day),
                                 "list each time of a day only once");
            break;
        }
        hours.push_back(*entry);
    });
    return hours;
}

std::vector<Holiday> read_holidays(const YamlNode& node, const ParseContext& context) {
    std::vector<Holiday> holidays;
    read_list(node, context, "\"holidays\"", 1, max_items, [&](const YamlNode& item) {
        if (!expect_kind(YamlNode::Kind::scalar, item, context, "a holiday")) return;
        constexpr std::string_view to = " to ";
        const std::string_view written = item.text;
        const std::size_t middle = written.find(to);
        const std::string_view one = written.substr(0, middle);
        const std::string_view other =
            middle == std::string_view::npos ? one : written.substr(middle + to.size());
        const auto first = parse_date(one);
        const auto last = parse_date(other);
        if (!first || !last) {
            context.source.error(
                item.range, fmt::format("{} is not a date", quote(first ? other : one)),
                "write it like 2027-04-02, or 2026-12-24 to 2027-01-03: year, month, day");
        } else if (*last < *first) {
            context.source.error(item.range, "this ends before it begins",
                                 "write the earlier date first");
        } else {
            holidays.push_back({*first, *last});
        }
    });
    return holidays;
}

} // namespace content::parser
