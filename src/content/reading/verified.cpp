#include "content/reading/verified.hpp"

#include <fmt/format.h>

#include <charconv>

namespace content::reading {

namespace {

using Date = std::chrono::year_month_day;

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stopped != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

void check_age(Date date, Span where, const Reading& reading, Date today) {
    if (date > today) {
        reading.source.error(where, "this day is still to come", "write the day on which somebody called");
    } else if (date + std::chrono::months(12) < today) {
        reading.source.warn(where, "nobody has called to verify this for more than 12 months",
                            "call, and write the new date");
    }
}

} // namespace

Verified read_verified(const Node& node, const Reading& reading, std::optional<Date> today) {
    Fields fields(node, reading, "\"verified\"");
    Verified verified;
    const Node* const on = fields.need("on");
    if (on != nullptr && expect(Node::Kind::text, *on, reading, "\"on\"")) {
        const auto date = parse_date(on->text);
        if (date) {
            verified.on = *date;
            if (today) check_age(*date, on->where, reading, *today);
        } else {
            reading.source.error(on->where, fmt::format("{} is not a day", in_quotes(on->text)),
                                 "write it like 2026-09-14: year, month, day");
        }
    }
    verified.source = fields.line("source", limit::paragraph);
    fields.done();
    return verified;
}

} // namespace content::reading
