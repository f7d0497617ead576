#include "content/reading/hours.hpp"

#include "content/reading/date.hpp"
#include "content/reading/time_of_day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::reading {

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

void read_days(const Node& node, const Reading& reading, std::array<bool, 7>& days) {
    read_list(node, reading, "\"days\"", 1, any_number, [&](const Node& item) {
        if (!expect(Node::Kind::text, item, reading, "a day")) return;
        const auto found = std::ranges::find(day_names, std::string_view(item.text));
        if (found == day_names.end()) {
            reading.source.error(item.where, fmt::format("{} is not a day of the week", in_quotes(item.text)),
                                 suggestion(first_letters(item.text), day_names));
            return;
        }
        bool& day = days[static_cast<std::size_t>(found - day_names.begin())];
        if (day) reading.source.error(item.where, fmt::format("{} is listed twice", in_quotes(item.text)));
        day = true;
    });
}

// nullopt: something was wrong with it.
std::optional<OpenHours> read_part(const Node& item, const Reading& reading) {
    OpenHours part;
    Fields fields(item, reading, "a part of \"hours\"");
    const Node* const days = fields.need("days");
    if (days != nullptr) read_days(*days, reading, part.days);
    const auto from = read_time(fields, "from"), to = read_time(fields, "to");
    fields.done();
    if (!from || !to) return std::nullopt;
    if (*from >= *to) {
        reading.source.error(fields.find("to")->where, "\"to\" must be later than \"from\"",
                             "for a time over midnight write two parts, one that ends at \"24:00\"");
        return std::nullopt;
    }
    part.from = *from, part.to = *to;
    return part;
}

// The first day on which both are on at the same time.
std::optional<std::string_view> day_in_common(const OpenHours& one, const OpenHours& other) {
    if (one.to <= other.from || other.to <= one.from) return std::nullopt;
    for (std::size_t day = 0; day < day_names.size(); ++day)
        if (one.days[day] && other.days[day]) return day_names[day];
    return std::nullopt;
}

} // namespace

std::vector<OpenHours> read_hours(const Node& node, const Reading& reading) {
    std::vector<OpenHours> hours;
    read_list(node, reading, "\"hours\"", 1, any_number, [&](const Node& item) {
        const auto part = read_part(item, reading);
        if (!part) return;
        for (const OpenHours& before : hours) {
            const auto day = day_in_common(before, *part);
            if (!day) continue;
            reading.source.error(item.where, fmt::format("on \"{}\" this overlaps with a part above", *day),
                                 "write each time of a day once");
            break;
        }
        hours.push_back(*part);
    });
    return hours;
}

std::vector<Holiday> read_holidays(const Node& node, const Reading& reading) {
    std::vector<Holiday> holidays;
    read_list(node, reading, "\"holidays\"", 1, any_number, [&](const Node& item) {
        if (!expect(Node::Kind::text, item, reading, "a holiday")) return;
        constexpr std::string_view to = " to ";
        const std::string_view written = item.text;
        const std::size_t middle = written.find(to);
        const std::string_view one = written.substr(0, middle);
        const std::string_view other =
            middle == std::string_view::npos ? one : written.substr(middle + to.size());
        const auto first = parse_date(one), last = parse_date(other);
        if (!first || !last) {
            reading.source.error(item.where, fmt::format("{} is not a day", in_quotes(first ? other : one)),
                                 "write it like 2027-04-02, or 2026-12-24 to 2027-01-03: year, month, day");
        } else if (*last < *first) {
            reading.source.error(item.where, "this ends before it begins", "write the earlier day first");
        } else {
            holidays.push_back({*first, *last});
        }
    });
    return holidays;
}

} // namespace content::reading
