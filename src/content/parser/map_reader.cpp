#include "content/parser/map_reader.hpp"

#include "base/utf8.hpp"
#include "content/closest_match.hpp"
#include "content/parser/content_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace content::parser {

namespace {

std::string_view name_of(YamlNode::Kind kind) {
    switch (kind) {
    case YamlNode::Kind::scalar:
        return "text";
    case YamlNode::Kind::sequence:
        return "a list";
    case YamlNode::Kind::mapping:
        return "keys with values";
    case YamlNode::Kind::null:
    case YamlNode::Kind::invalid:
        break;
    }
    return "nothing";
}

// YAML 1.1 parsers read 0111 as 73, 1_000 as 1000 and 12:30 as 750. This parser keeps the text, but
// the meaning of a file must not depend on the parser.
bool is_ambiguous(std::string_view scalar) {
    const auto has_only = [scalar](std::string_view characters) {
        return scalar.find_first_not_of(characters) == std::string_view::npos;
    };
    const bool has_digit = scalar.find_first_of("0123456789") != std::string_view::npos;
    if (!has_digit) return false;
    const bool has_leading_zero =
        scalar.size() > 1 && scalar.front() == '0' && has_only("0123456789abcdefABCDEFxo_");
    const bool has_underscore =
        scalar.find('_') != std::string_view::npos && has_only("0123456789_");
    const bool is_sexagesimal =
        scalar.find(':') != std::string_view::npos && has_only("0123456789:");
    return has_leading_zero || has_underscore || is_sexagesimal;
}

std::string collapse_whitespace(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        const bool is_space = letter == ' ' || letter == '\n' || letter == '\t';
        if (!is_space) {
            result += letter;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

bool has_control(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (base::is_control(base::decode_next(text, offset))) return true;
    }
    return false;
}

bool is_id(std::string_view text) {
    constexpr std::size_t max_length = 40;
    return !text.empty() && text.size() <= max_length &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string_view::npos;
}

std::optional<PhoneNumber> read_number(const YamlNode& node, const ParseContext& context,
                                       std::string_view key) {
    if (!expect_kind(YamlNode::Kind::scalar, node, context, quote(key))) return std::nullopt;
    auto phone_number = PhoneNumber::parse(node.text);
    if (!phone_number) {
        context.source.error(node.range, fmt::format("{} is not a phone number", quote(node.text)),
                             R"(write a number like "988", "741741" or "1-888-373-7888")");
        return std::nullopt;
    }
    if (const auto violation = find_violation(*phone_number)) {
        context.source.error(node.range, violation->message, violation->suggestion);
        return std::nullopt;
    }
    return phone_number;
}

template <class Value>
std::optional<Value> read_value(const YamlNode& node, const ParseContext& context,
                                std::string_view key, std::string_view must_be, Value min_value,
                                Value max_value) {
    if (!expect_kind(YamlNode::Kind::scalar, node, context, quote(key))) return std::nullopt;
    Value value{};
    const char* const end = node.text.data() + node.text.size();
    const auto [stopped, error] = std::from_chars(node.text.data(), end, value);
    if (error == std::errc() && stopped == end && value >= min_value && value <= max_value)
        return value;
    context.source.error(
        node.range, fmt::format("\"{}\" is {}, but must be {}", key, quote(node.text), must_be));
    return std::nullopt;
}

} // namespace

bool expect_kind(YamlNode::Kind kind, const YamlNode& node, const ParseContext& context,
                 std::string_view what) {
    if (node.kind == YamlNode::Kind::invalid) return false;
    if (node.kind == YamlNode::Kind::null) {
        context.source.error(node.range, fmt::format("{} is empty", what),
                             fmt::format("write {}", name_of(kind)));
        return false;
    }
    if (node.kind != kind) {
        context.source.error(node.range, fmt::format("{} must be {}, not {}", what, name_of(kind),
                                                     name_of(node.kind)));
        return false;
    }
    if (node.is_unquoted && is_ambiguous(node.text)) {
        context.source.error(
            node.range,
            fmt::format("{} without quotes is a different number in other programs", node.text),
            fmt::format("write \"{}\"", node.text));
        return false;
    }
    return true;
}

std::string read_line(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit) {
    if (!expect_kind(YamlNode::Kind::scalar, node, context, what)) return {};
    std::string text = collapse_whitespace(node.text);
    if (text.empty()) {
        context.source.error(node.range, fmt::format("{} is empty", what), "write text");
        return {};
    }
    if (has_control(text)) {
        context.source.error(node.range,
                             fmt::format("{} has a character that cannot be displayed", what));
        return {};
    }
    const int length = base::count_visible_characters(text);
    if (length > limit.max_characters) {
        context.source.error(node.range,
                             fmt::format("{} is {} characters long, but at most {} fit {}", what,
                                         length, limit.max_characters, limit.where));
        return {};
    }
    return text;
}

std::string read_text(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit) {
    std::string text = read_line(node, context, what, limit);
    if (text.empty()) return text;
    if (const auto violation = find_violation(text, context.audience)) {
        context.source.error(node.range, violation->message, violation->suggestion);
    }
    context.texts.push_back({.text = text, .limit = limit, .audience = context.audience});
    return text;
}

void read_list(const YamlNode& node, const ParseContext& context, std::string_view what,
               std::size_t min_count, std::size_t max_count, const ItemReader& read_item) {
    if (!expect_kind(YamlNode::Kind::sequence, node, context, what)) return;
    if (node.items.size() < min_count) {
        context.source.error(node.range, fmt::format("{} is empty", what),
                             "write at least one item");
    } else if (node.items.size() > max_count) {
        context.source.error(node.range, fmt::format("{} has {} items, but at most {} fit", what,
                                                     node.items.size(), max_count));
    }
    for (const YamlNode& item : node.items) read_item(item);
}

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
    if (const auto match = closest_match(word, known)) return fmt::format("write \"{}\"", *match);
    if (known.empty()) return {};
    constexpr std::size_t max_shown = 16;
    std::string choices;
    for (const std::string_view each : known.first(std::min(known.size(), max_shown))) {
        choices.append(choices.empty() ? "" : ", ").append(each);
    }
    return fmt::format("choose from: {}{}", choices, known.size() > max_shown ? ", …" : "");
}

MapReader::MapReader(const YamlNode& map, const ParseContext& context, std::string_view what)
    : map_(&map), context_(context) {
    expect_kind(YamlNode::Kind::mapping, map, context, what);
}

const YamlNode* MapReader::find(std::string_view key) {
    if (std::ranges::find(known_, key) == known_.end()) known_.push_back(key);
    const auto found = std::ranges::find(map_->entries, key, &YamlEntry::key);
    return found == map_->entries.end() ? nullptr : &found->value;
}

const YamlNode* MapReader::require(std::string_view key) {
    const YamlNode* const found = find(key);
    if (found == nullptr) missing_.push_back(key);
    return found;
}

std::string MapReader::text(std::string_view key, TextLimit limit) {
    const YamlNode* const node = require(key);
    return node == nullptr ? std::string() : read_text(*node, context_, quote(key), limit);
}

std::string MapReader::optional_text(std::string_view key, TextLimit limit) {
    const YamlNode* const node = find(key);
    return node == nullptr ? std::string() : read_text(*node, context_, quote(key), limit);
}

std::string MapReader::line(std::string_view key, TextLimit limit) {
    const YamlNode* const node = require(key);
    return node == nullptr ? std::string() : read_line(*node, context_, quote(key), limit);
}

std::string MapReader::id(std::string_view key) {
    const YamlNode* const node = require(key);
    if (node == nullptr || !expect_kind(YamlNode::Kind::scalar, *node, context_, quote(key)))
        return {};
    if (is_id(node->text)) return node->text;
    context_.source.error(node->range, fmt::format("{} is not a valid id", quote(node->text)),
                          "use lowercase letters, digits and hyphens, like \"safe-home\"");
    return {};
}

std::optional<PhoneNumber> MapReader::phone_number(std::string_view key) {
    const YamlNode* const node = require(key);
    return node == nullptr ? std::nullopt : read_number(*node, context_, key);
}

std::optional<PhoneNumber> MapReader::optional_phone_number(std::string_view key) {
    const YamlNode* const node = find(key);
    return node == nullptr ? std::nullopt : read_number(*node, context_, key);
}

void MapReader::list(std::string_view key, std::size_t min_count, std::size_t max_count,
                     const ItemReader& read_item) {
    if (const YamlNode* const node = require(key))
        read_list(*node, context_, quote(key), min_count, max_count, read_item);
}

std::optional<double> MapReader::optional_number(std::string_view key, double min_value,
                                                 double max_value, std::string_view unit) {
    const YamlNode* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_value(*node, context_, key,
                      fmt::format("from {} to {} {}", min_value, max_value, unit), min_value,
                      max_value);
}

std::optional<int> MapReader::optional_int(std::string_view key, int min_value, int max_value,
                                           std::string_view unit) {
    const YamlNode* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_value(*node, context_, key,
                      fmt::format("a whole number from {} to {} {}", min_value, max_value, unit),
                      min_value, max_value);
}

std::optional<std::size_t> MapReader::optional_choice(std::string_view key,
                                                      std::span<const std::string_view> choices) {
    const YamlNode* const node = find(key);
    if (node == nullptr || !expect_kind(YamlNode::Kind::scalar, *node, context_, quote(key)))
        return std::nullopt;
    const auto found = std::ranges::find(choices, std::string_view(node->text));
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    context_.source.error(node->range, fmt::format("\"{}\" cannot be {}", key, quote(node->text)),
                          suggest(node->text, choices));
    return std::nullopt;
}

Audience MapReader::audience() {
    static constexpr std::array<std::string_view, 2> choices{"everyone", "staff"};
    if (optional_choice("audience", choices) == 1) context_.audience = Audience::staff;
    return context_.audience;
}

void MapReader::report_unknown_keys() {
    if (map_->kind != YamlNode::Kind::mapping) return; // reported already
    for (const YamlEntry& entry : map_->entries) {
        if (std::ranges::find(known_, entry.key) == known_.end()) report_unknown_key(entry);
    }
    for (const std::string_view key : missing_) {
        context_.source.error(map_->range, fmt::format("\"{}\" is missing", key),
                              fmt::format("add \"{}: ...\"", key));
    }
}

// A misspelled key is reported once: the key that was probably meant does not count as missing.
void MapReader::report_unknown_key(const YamlEntry& entry) {
    context_.source.error(entry.range, fmt::format("unknown key {}", quote(entry.key)),
                          suggest(entry.key, known_));
    if (const auto match = closest_match(entry.key, known_)) std::erase(missing_, *match);
}

} // namespace content::parser
