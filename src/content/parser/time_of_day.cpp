#include "content/parser/time_of_day.hpp"

#include "content/parser/date.hpp"

#include <fmt/format.h>

namespace content::parser {

namespace {

using std::chrono::minutes;

std::optional<minutes> parse_time(std::string_view text) {
    constexpr minutes day = std::chrono::hours{24};
    const std::size_t colon = text.find(':');
    if (colon != 1 && colon != 2) return std::nullopt;
    const auto hour = parse_digits(text.substr(0, colon));
    const auto minute = text.size() == colon + 3 ? parse_digits(text.substr(colon + 1)) : std::nullopt;
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const minutes time = std::chrono::hours{*hour} + minutes{*minute};
    return time <= day ? std::optional(time) : std::nullopt;
}

} // namespace

std::optional<minutes> read_time(MapReader& reader, std::string_view key) {
    const YamlNode* const node = reader.require(key);
    if (node == nullptr ||
        !expect_kind(YamlNode::Kind::scalar, *node, reader.context(), fmt::format("\"{}\"", key)))
        return std::nullopt;
    const auto time = parse_time(node->text);
    if (!time)
        reader.context().source.error(node->range, fmt::format("{} is not a time", quote(node->text)),
                                      R"(write it like "7:00" or "17:30", in quotes, up to "24:00")");
    return time;
}

} // namespace content::parser
