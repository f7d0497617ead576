#include "content/parser/verified.hpp"

#include "content/parser/date.hpp"

#include <fmt/format.h>

namespace content::parser {

namespace {

void check_age(std::chrono::year_month_day date, SourceRange range, const ParseContext& context,
               std::chrono::year_month_day today) {
    if (date > today) {
        context.source.warn(range, "this day is still to come, by the clock of this machine",
                            "write the day on which somebody called, or set the clock");
    } else if (date + verification_valid_for < today) {
        context.source.warn(range, "nobody has called to verify this for more than 12 months",
                            "call, and write the new date");
    }
}

} // namespace

Verification read_verification(const YamlNode& node, const ParseContext& context,
                               std::optional<std::chrono::year_month_day> today) {
    MapReader reader(node, context, "\"verified\"");
    Verification verification;
    const YamlNode* const on = reader.require("on");
    if (on != nullptr && expect_kind(YamlNode::Kind::scalar, *on, context, "\"on\"")) {
        const auto date = parse_date(on->text);
        if (date) {
            verification.on = *date;
            if (today) check_age(*date, on->range, context, *today);
        } else {
            context.source.error(on->range, fmt::format("{} is not a day", quote(on->text)),
                                 "write it like 2026-09-14: year, month, day");
        }
    }
    verification.source = reader.line("source", limit::paragraph);
    reader.report_unknown_keys();
    return verification;
}

} // namespace content::parser
