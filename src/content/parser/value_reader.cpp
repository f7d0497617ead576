#include "content/parser/value_reader.hpp"

#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "content/closest_match.hpp"
#include "content/parser/content_rules.hpp"
#include "content/parser/kind_advice.hpp"
#include "content/parser/source_lines.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/special_character.hpp"
#include "content/well_known_number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content::parser {

namespace {

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

void warn_of_mistyped_numbers(const YamlNode& node, const ParseContext& context) {
    for (const base::WrittenNumber& number : base::find_numbers(node.text)) {
        const std::string digits = number.digits();
        const WellKnownNumber* const known = find_one_digit_away(digits);
        if (number.kind != base::WrittenNumber::Kind::phone || known == nullptr ||
            find_well_known_number(digits) != nullptr)
            continue;
        const std::string written = node.text.substr(number.begin, number.end - number.begin);
        context.source.warn(
            node.range,
            fmt::format("{} is one digit away from {}", quote(written), to_string(*known)),
            "call it, to be sure that it is another number");
    }
}

// Returns the advice for a text that was meant to be a key with a value, or an empty text.
std::string advice_for_colon(YamlNode::Kind kind, const YamlNode& node) {
    const bool is_text = node.kind == YamlNode::Kind::scalar && node.is_unquoted;
    if (kind != YamlNode::Kind::mapping || !is_text) return {};
    const auto wrong_colon = find_wrong_colon(node.text);
    return wrong_colon ? fmt::format("write \"{}:\" and a space", wrong_colon->key) : std::string();
}

// expect_kind() without a look at the characters of a scalar.
bool has_kind(YamlNode::Kind kind, const YamlNode& node, const ParseContext& context,
              std::string_view what, std::string_view shape) {
    if (node.kind == kind) return true;
    if (node.kind == YamlNode::Kind::invalid) return false;
    const std::string message =
        node.kind == YamlNode::Kind::null
            ? fmt::format("{} is empty", what)
            : fmt::format("{} must be {}, not {}", what, name_of(kind), name_of(node.kind));
    const bool is_in_braces = context.source.text().substr(node.range.offset, 1) == "{";
    const std::string colon = advice_for_colon(kind, node);
    context.source.error(node.range, message,
                         colon.empty() ? advice_for_kind(kind, node, shape, is_in_braces) : colon);
    return false;
}

} // namespace

bool expect_kind(YamlNode::Kind kind, const YamlNode& node, const ParseContext& context,
                 std::string_view what, std::string_view shape) {
    return has_kind(kind, node, context, what, shape) &&
           (kind != YamlNode::Kind::scalar || check_value(node, context.source, what));
}

bool expect_one_meaning(const YamlNode& node, const ParseContext& context) {
    if (!node.is_unquoted || !is_ambiguous(node.text)) return true;
    context.source.error(
        node.range,
        fmt::format("{} without quotes is a different number in other programs", node.text),
        fmt::format("write \"{}\"", node.text));
    return false;
}

std::string read_line(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit) {
    if (!has_kind(YamlNode::Kind::scalar, node, context, what, {})) return {};
    if (is_blank(node.text)) {
        context.source.error(node.range,
                             fmt::format("{} is empty{}", what, describe_blank(node.text)),
                             "write text");
        return {};
    }
    if (!expect_one_meaning(node, context)) return {};
    const auto seen_text = read_characters(node, context.source, what);
    if (!seen_text) return {};
    std::string text = collapse_blanks(*seen_text);
    const int length = base::count_visible_characters(text);
    if (length > limit.max_characters) {
        context.source.error(
            node.range,
            fmt::format("{} is {} characters long, but at most {} fit {}", what, length,
                        limit.max_characters, limit.where),
            fmt::format("shorten it by {} or more", length - limit.max_characters));
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
    if (!context.is_in_help_line) warn_of_mistyped_numbers(node, context);
    context.texts.push_back(
        {.text = text, .limit = limit, .audience = context.audience, .screen = context.screen});
    return text;
}

void add_screen(const ParseContext& context, std::string_view text) {
    for (TranslatableText& each : context.texts)
        if (each.text == text && each.screen.empty()) each.screen = context.screen;
}

void read_list(const YamlNode& node, const ParseContext& context, std::string_view what,
               std::size_t min_count, std::size_t max_count, const ItemReader& read_item,
               std::string_view shape) {
    if (!expect_kind(YamlNode::Kind::sequence, node, context, what, shape)) return;
    if (node.items.empty() && min_count > 0) {
        context.source.error(node.range, fmt::format("{} is empty", what),
                             "write at least one item");
    } else if (node.items.size() < min_count) {
        context.source.error(node.range, fmt::format("{} needs at least {} items", what, min_count),
                             fmt::format("add {} or more", min_count - node.items.size()));
    } else if (node.items.size() > max_count && !context.source.is_repaired()) {
        context.source.error(
            node.range,
            fmt::format("{} has {} items, but at most {} fit", what, node.items.size(), max_count),
            fmt::format("remove {} or more", node.items.size() - max_count));
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

} // namespace content::parser
