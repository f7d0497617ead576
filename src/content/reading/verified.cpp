#include "content/reading/verified.hpp"

#include "content/reading/date.hpp"

#include <fmt/format.h>

namespace content::reading {

namespace {

void check_age(std::chrono::year_month_day date, Span where, const Reading& reading,
               std::chrono::year_month_day today) {
    if (date > today) {
        reading.source.warn(where, "this day is still to come, by the clock of this machine",
                            "write the day on which somebody called, or set the clock");
    } else if (date + verified_for < today) {
        reading.source.warn(where, "nobody has called to verify this for more than 12 months",
                            "call, and write the new date");
    }
}

} // namespace

Verified read_verified(const Node& node, const Reading& reading,
                       std::optional<std::chrono::year_month_day> today) {
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
