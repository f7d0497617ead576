#include "content/parser/opening_hours.hpp"

#include "content/parser/date_time.hpp"
#include "content/parser/day_names.hpp"
#include "content/parser/written_date.hpp"
#include "content/parser/written_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

constexpr std::string_view hours_shape = "{days: [...], from: ..., to: ...}";

// Returns the days that were meant by all items of a list, or nullopt if one of them is not clear.
std::optional<Days> find_all_days(const YamlNode& list) {
    Days all{};
    for (const YamlNode& item : list.items) {
        const auto days = find_days(item.text);
        if (!days) return std::nullopt;
        for (std::size_t day = 0; day < all.size(); ++day) all[day] = all[day] || (*days)[day];
    }
    return all;
}

std::string advice_for_day(const YamlNode& item, const YamlNode& list) {
    const auto meant = find_days(item.text);
    if (!meant) return suggest({}, day_names);
    if (std::ranges::count(*meant, true) == 1)
        return fmt::format("write \"{}\"", join_days(*meant));
    if (const auto all = find_all_days(list))
        return fmt::format("write days: [{}]", join_days(*all));
    return fmt::format("write each day as an item of its own: {}", join_days(*meant));
}

void read_days(const YamlNode& node, const ParseContext& context, Days& days) {
    if (const auto meant =
            node.kind == YamlNode::Kind::scalar ? find_days(node.text) : std::nullopt) {
        context.source.error(node.range, "\"days\" must be a list, not text",
                             fmt::format("write [{}]", join_days(*meant)));
        return;
    }
    read_list(node, context, "\"days\"", 1, max_items, [&](const YamlNode& item) {
        if (!expect_kind(YamlNode::Kind::scalar, item, context, "a day")) return;
        const auto found = std::ranges::find(day_names, std::string_view(item.text));
        if (found == day_names.end()) {
            context.source.error(item.range,
                                 fmt::format("{} is not a day of the week", quote(item.text)),
                                 advice_for_day(item, node));
            return;
        }
        bool& day = days[static_cast<std::size_t>(found - day_names.begin())];
        if (day)
            context.source.error(item.range, fmt::format("{} is listed twice", quote(item.text)),
                                 "remove one of the two");
        day = true;
    });
}

// Returns the advice for hours that end before they begin: after midnight, or in the afternoon of a
// clock with twelve hours.
std::string advice_for_times(std::chrono::minutes from, std::chrono::minutes to) {
    constexpr std::chrono::hours half_day{12};
    if (from == to) return "write another time; for the whole day, write \"0:00\" and \"24:00\"";
    const std::string past_midnight =
        to == std::chrono::minutes{0}
            ? "for hours until midnight, write \"24:00\""
            : fmt::format(
                  "for hours past midnight, write \"24:00\", and a second entry for the days "
                  "after, from \"0:00\" to \"{}\"",
                  format_time(to));
    if (to + half_day <= from || to == std::chrono::minutes{0}) return past_midnight;
    return fmt::format("for the afternoon, write \"{}\"; {}", format_time(to + half_day),
                       past_midnight);
}

// Returns nullopt after reporting an invalid entry.
std::optional<OpeningHours> read_entry(const YamlNode& item, const ParseContext& context) {
    OpeningHours entry;
    MapReader reader(item, context, "an entry of \"hours\"", hours_shape);
    const YamlNode* const days = reader.require("days");
    if (days != nullptr) read_days(*days, context, entry.days);
    const auto from = read_time(reader, "from");
    const auto to = read_time(reader, "to");
    reader.report_unknown_keys();
    if (!from || !to) return std::nullopt;
    if (*from >= *to) {
        context.source.error(reader.find("to")->range, "\"to\" must be later than \"from\"",
                             advice_for_times(*from, *to));
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

// Returns nullopt after reporting an invalid item.
std::optional<Holiday> read_holiday(const YamlNode& item, const ParseContext& context) {
    constexpr std::string_view to = " to ";
    const std::string_view written = item.text;
    const std::size_t middle = written.find(to);
    const std::string_view one = written.substr(0, middle);
    const std::string_view other =
        middle == std::string_view::npos ? one : written.substr(middle + to.size());
    const auto first = parse_date(one);
    const auto last = parse_date(other);
    if (!first || !last) {
        context.source.error(item.range,
                             fmt::format("{} is not a date", quote(first ? other : one)),
                             advice_for_holiday(written));
        return std::nullopt;
    }
    if (*last < *first) {
        context.source.error(item.range, "this ends before it begins",
                             advice_for_order(Holiday{*first, *last}));
        return std::nullopt;
    }
    return Holiday{*first, *last};
}

// Warns about days that a school is not likely to be closed for: with a wrong year, the screen
// would be dark for a year.
void check_closure(const Holiday& holiday, SourceRange range, const ParseContext& context) {
    if (length_of(holiday) <= max_usual_closure) return;
    const auto meant = with_earlier_year(holiday);
    context.source.warn(
        range, fmt::format("the screen stays dark for {} days", length_of(holiday).count()),
        meant ? fmt::format("write {}, unless this is meant", format_range(*meant))
              : "check the months and the years, unless this is meant");
}

} // namespace

std::vector<OpeningHours> read_opening_hours(const YamlNode& node, const ParseContext& context) {
    std::vector<OpeningHours> hours;
    read_list(
        node, context, "\"hours\"", 1, max_items,
        [&](const YamlNode& item) {
            const auto entry = read_entry(item, context);
            if (!entry) return;
            for (const OpeningHours& before : hours) {
                const auto day = find_overlap_day(before, *entry);
                if (!day) continue;
                context.source.error(
                    item.range, fmt::format("on \"{}\" this overlaps with an earlier entry", *day),
                    fmt::format("remove \"{}\" from one of the two, or change the times", *day));
                break;
            }
            hours.push_back(*entry);
        },
        hours_shape);
    return hours;
}

std::vector<Holiday> read_holidays(const YamlNode& node, const ParseContext& context) {
    std::vector<Holiday> holidays;
    const auto meant = node.kind == YamlNode::Kind::scalar ? find_holiday(node.text) : std::nullopt;
    if (meant && meant->first <= meant->last) {
        context.source.error(node.range, "\"holidays\" must be a list, not text",
                             fmt::format("write [{}]", format_range(*meant)));
        return holidays;
    }
    read_list(node, context, "\"holidays\"", 1, max_items, [&](const YamlNode& item) {
        if (!expect_kind(YamlNode::Kind::scalar, item, context, "a holiday")) return;
        if (const auto holiday = read_holiday(item, context)) {
            holidays.push_back(*holiday);
            check_closure(*holiday, item.range, context);
        }
    });
    return holidays;
}

} // namespace content::parser
