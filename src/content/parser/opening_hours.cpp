#include "content/parser/opening_hours.hpp"

#include "content/parser/date.hpp"
#include "content/parser/time_of_day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

constexpr std::array<std::string_view, 7> day_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// Whoever writes Monday or Thurs. means mon or thu.
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
            context.source.error(item.range, fmt::format("{} is not a day of the week", quote(item.text)),
                                 suggest(first_letters(item.text), day_names));
            return;
        }
        bool& day = days[static_cast<std::size_t>(found - day_names.begin())];
        if (day) context.source.error(item.range, fmt::format("{} is listed twice", quote(item.text)));
        day = true;
    });
}

// nullopt: something was wrong with it.
std::optional<OpeningHours> read_part(const YamlNode& item, const ParseContext& context) {
    OpeningHours part;
    MapReader reader(item, context, "a part of \"hours\"");
    const YamlNode* const days = reader.require("days");
    if (days != nullptr) read_days(*days, context, part.days);
    const auto from = read_time(reader, "from"), to = read_time(reader, "to");
    reader.report_unknown_keys();
    if (!from || !to) return std::nullopt;
    if (*from >= *to) {
        context.source.error(reader.find("to")->range, "\"to\" must be later than \"from\"",
                             "for a time over midnight write two parts, one that ends at \"24:00\"");
        return std::nullopt;
    }
    part.from = *from, part.to = *to;
    return part;
}

// The first day on which both are on at the same time.
std::optional<std::string_view> day_in_common(const OpeningHours& one, const OpeningHours& other) {
    if (one.to <= other.from || other.to <= one.from) return std::nullopt;
    for (std::size_t day = 0; day < day_names.size(); ++day)
        if (one.days[day] && other.days[day]) return day_names[day];
    return std::nullopt;
}

} // namespace

std::vector<OpeningHours> read_opening_hours(const YamlNode& node, const ParseContext& context) {
    std::vector<OpeningHours> hours;
    read_list(node, context, "\"hours\"", 1, max_items, [&](const YamlNode& item) {
        const auto part = read_part(item, context);
        if (!part) return;
        for (const OpeningHours& before : hours) {
            const auto day = day_in_common(before, *part);
            if (!day) continue;
            context.source.error(item.range, fmt::format("on \"{}\" this overlaps with a part above", *day),
                                 "write each time of a day once");
            break;
        }
        hours.push_back(*part);
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
        const auto first = parse_date(one), last = parse_date(other);
        if (!first || !last) {
            context.source.error(item.range, fmt::format("{} is not a day", quote(first ? other : one)),
                                 "write it like 2027-04-02, or 2026-12-24 to 2027-01-03: year, month, day");
        } else if (*last < *first) {
            context.source.error(item.range, "this ends before it begins", "write the earlier day first");
        } else {
            holidays.push_back({*first, *last});
        }
    });
    return holidays;
}

} // namespace content::parser
