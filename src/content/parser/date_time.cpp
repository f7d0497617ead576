#include "content/parser/date_time.hpp"

#include "content/parser/written_time.hpp"

#include <fmt/format.h>

#include <charconv>

namespace content::parser {

namespace {

using std::chrono::minutes;

// Returns the whole text as a number, or nullopt if it is not a number from 0 to the maximum of
// int.
std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stopped != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<minutes> parse_time(std::string_view text) {
    constexpr minutes day = std::chrono::hours{24};
    const std::size_t colon = text.find(':');
    if (colon != 1 && colon != 2) return std::nullopt;
    const auto hour = parse_digits(text.substr(0, colon));
    const auto minute =
        text.size() == colon + 3 ? parse_digits(text.substr(colon + 1)) : std::nullopt;
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const minutes time = std::chrono::hours{*hour} + minutes{*minute};
    return time <= day ? std::optional(time) : std::nullopt;
}

} // namespace

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<minutes> read_time(MapReader& reader, std::string_view key) {
    const YamlNode* const node = reader.require(key);
    if (node == nullptr ||
        !expect_kind(YamlNode::Kind::scalar, *node, reader.context(), fmt::format("\"{}\"", key)))
        return std::nullopt;
    const auto time = parse_time(node->text);
    if (time) return expect_one_meaning(*node, reader.context()) ? time : std::nullopt;
    const auto meant = to_time(node->text, key == "to");
    reader.context().source.error(
        node->range, fmt::format("{} is not a time", quote(node->text)),
        meant ? fmt::format("write \"{}\"", *meant)
              : R"(write it like "7:00" or "17:30", in quotes, up to "24:00")");
    return std::nullopt;
}

} // namespace content::parser
