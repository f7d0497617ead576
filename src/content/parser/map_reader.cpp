#include "content/parser/map_reader.hpp"

#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "content/closest_match.hpp"
#include "content/parser/content_rules.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/parser/written_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace content::parser {

namespace {

bool is_id(std::string_view text) {
    constexpr std::size_t max_length = 40;
    return !text.empty() && text.size() <= max_length &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string_view::npos;
}

// Returns "safe-home" for "Safe Home!", or an empty text if no letter is left.
std::string to_id(std::string_view text) {
    std::string id;
    for (const char each : text) {
        const char letter = base::to_lower_ascii(each);
        if (is_id(std::string_view(&letter, 1)) && letter != '-')
            id += letter;
        else if (!id.empty() && id.back() != '-' && static_cast<unsigned char>(each) < 0x80)
            id += '-';
    }
    while (id.ends_with('-')) id.pop_back();
    return is_id(id) ? id : std::string();
}

// Returns the advice for a text that is not a phone number, but may contain one.
std::string suggest_number(std::string_view written) {
    const std::vector<base::WrittenNumber> numbers = base::find_numbers(written);
    const auto number =
        numbers.empty() ? std::nullopt : PhoneNumber::parse(numbers.front().digits());
    constexpr std::size_t max_extension_digits = 6;
    const bool has_extension = numbers.size() == 2 && number && !number->is_short_code() &&
                               numbers.back().digits().size() <= max_extension_digits;
    if (has_extension)
        return fmt::format("write {}, and say the extension in another text",
                           quote(number->display_text()));
    if (numbers.size() == 1 && number)
        return fmt::format("write {}", quote(number->display_text()));
    return R"(write a number like "988", "741741" or "1-888-373-7888")";
}

std::optional<PhoneNumber> read_number(const YamlNode& node, const ParseContext& context,
                                       std::string_view key) {
    if (!expect_kind(YamlNode::Kind::scalar, node, context, quote(key))) return std::nullopt;
    auto phone_number = PhoneNumber::parse(node.text);
    if (!phone_number) {
        context.source.error(node.range, fmt::format("{} is not a phone number", quote(node.text)),
                             suggest_number(node.text));
        return std::nullopt;
    }
    if (const auto violation = find_violation(*phone_number)) {
        context.source.error(node.range, violation->message, violation->suggestion);
        return std::nullopt;
    }
    return phone_number;
}

// Returns what to write instead of a number that is not valid: the number that was meant, or the
// range of valid ones.
template <class Value>
std::string advice_for_number(std::string_view written, std::string_view unit, Value min_value,
                              Value max_value) {
    if (const auto meant = to_unit(written, unit)) {
        const double number = std::is_integral_v<Value> ? std::round(*meant) : *meant;
        if (number >= min_value && number <= max_value) return fmt::format("write {:g}", number);
    }
    return fmt::format("write a number from {} to {}, without a unit", min_value, max_value);
}

template <class Value>
std::optional<Value> read_value(const YamlNode& node, const ParseContext& context,
                                std::string_view key, std::string_view unit, Value min_value,
                                Value max_value) {
    if (!expect_kind(YamlNode::Kind::scalar, node, context, quote(key))) return std::nullopt;
    Value value{};
    const char* const end = node.text.data() + node.text.size();
    const auto [stopped, error] = std::from_chars(node.text.data(), end, value);
    if (error == std::errc() && stopped == end && value >= min_value && value <= max_value)
        return expect_one_meaning(node, context) ? std::optional(value) : std::nullopt;
    context.source.error(
        node.range,
        fmt::format("\"{}\" is {}, but must be {}from {} to {} {}", key, quote(node.text),
                    std::is_integral_v<Value> ? "a whole number " : "", min_value, max_value, unit),
        advice_for_number(node.text, unit, min_value, max_value));
    return std::nullopt;
}

} // namespace

MapReader::MapReader(const YamlNode& map, const ParseContext& context, std::string_view what,
                     std::string_view shape)
    : map_(&map), context_(context) {
    expect_kind(YamlNode::Kind::mapping, map, context, what, shape);
}

const YamlNode* MapReader::find(std::string_view key) {
    if (std::ranges::find(known_, key) == known_.end()) known_.push_back(key);
    if (const YamlNode* const node = find_entry(key)) return node;
    const auto renamed = std::ranges::find(renamed_, key, &RenamedKey::new_key);
    return renamed == renamed_.end() ? nullptr : find_entry(renamed->old_key);
}

const YamlNode* MapReader::find_entry(std::string_view key) const {
    const auto found = std::ranges::find(map_->entries, key, &YamlEntry::key);
    return found == map_->entries.end() ? nullptr : &found->value;
}

void MapReader::accept_renamed(std::string_view old_key, std::string_view new_key) {
    renamed_.push_back({old_key, new_key});
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
    if (is_id(node->text)) return expect_one_meaning(*node, context_) ? node->text : std::string();
    std::string meant = to_id(node->text);
    context_.source.error(
        node->range, fmt::format("{} is not a valid id", quote(node->text)),
        meant.empty() ? "use at most 40 lowercase letters, digits and hyphens, like \"safe-home\""
                      : fmt::format("write \"{}\": lowercase letters, digits and hyphens", meant));
    return meant;
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
                     const ItemReader& read_item, std::string_view shape) {
    if (const YamlNode* const node = require(key))
        read_list(*node, context_, quote(key), min_count, max_count, read_item, shape);
}

std::optional<double> MapReader::optional_number(std::string_view key, double min_value,
                                                 double max_value, std::string_view unit) {
    const YamlNode* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_value(*node, context_, key, unit, min_value, max_value);
}

std::optional<int> MapReader::optional_int(std::string_view key, int min_value, int max_value,
                                           std::string_view unit) {
    const YamlNode* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_value(*node, context_, key, unit, min_value, max_value);
}

std::optional<std::size_t> MapReader::optional_choice(std::string_view key,
                                                      std::span<const std::string_view> choices,
                                                      std::span<const Synonym> synonyms) {
    const YamlNode* const node = find(key);
    if (node == nullptr || !expect_kind(YamlNode::Kind::scalar, *node, context_, quote(key)))
        return std::nullopt;
    const auto found = std::ranges::find(choices, std::string_view(node->text));
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    const std::string lower = base::to_lower_ascii(node->text);
    const auto synonym = std::ranges::find(synonyms, std::string_view(lower), &Synonym::written);
    context_.source.error(node->range, fmt::format("\"{}\" cannot be {}", key, quote(node->text)),
                          synonym == synonyms.end() ? suggest(node->text, choices)
                                                    : fmt::format("write \"{}\"", synonym->meant));
    return std::nullopt;
}

std::optional<bool> MapReader::optional_boolean(std::string_view key) {
    static constexpr std::array<std::string_view, 2> choices{"false", "true"};
    static constexpr auto synonyms = std::to_array<Synonym>({{"no", "false"},
                                                             {"off", "false"},
                                                             {"n", "false"},
                                                             {"0", "false"},
                                                             {"yes", "true"},
                                                             {"on", "true"},
                                                             {"y", "true"},
                                                             {"1", "true"},
                                                             {"sí", "true"},
                                                             {"si", "true"}});
    const auto choice = optional_choice(key, choices, synonyms);
    return choice ? std::optional(*choice == 1) : std::nullopt;
}

Audience MapReader::audience() {
    static constexpr std::array<std::string_view, 2> choices{"everyone", "staff"};
    static constexpr auto synonyms = std::to_array<Synonym>({{"all", "everyone"},
                                                             {"everybody", "everyone"},
                                                             {"anyone", "everyone"},
                                                             {"public", "everyone"},
                                                             {"employees", "staff"}});
    const auto choice = optional_choice("audience", choices, synonyms);
    // If the audience is unknown, only that is reported, and no rule for texts that students read.
    if (choice == 1 || (!choice && find("audience") != nullptr))
        context_.audience = Audience::staff;
    return context_.audience;
}

bool MapReader::is_known(std::string_view key) const {
    return std::ranges::find(known_, key) != known_.end();
}

void MapReader::report_unknown_keys() {
    if (map_->kind != YamlNode::Kind::mapping) return; // reported already
    const std::string_view other_key = find_other_key();
    for (const YamlEntry& entry : map_->entries) {
        if (!is_known(entry.key)) report_unknown_key(entry, other_key);
    }
    if (map_->is_incomplete) return;
    for (const std::string_view key : missing_) {
        context_.source.error(map_->range, fmt::format("\"{}\" is missing", key),
                              fmt::format("add \"{}: ...\"", key));
    }
}

// Of a mapping with two keys, one is right and one is unknown: then the unknown one is meant to be
// the one that is missing, as "date" in {date: ..., source: ...}. Returns that key, or an empty
// text.
std::string_view MapReader::find_other_key() const {
    const auto unknown_count = std::ranges::count_if(map_->entries, [this](const YamlEntry& entry) {
        return std::ranges::find(known_, entry.key) == known_.end();
    });
    const bool is_pair = map_->entries.size() == 2;
    return is_pair && unknown_count == 1 && missing_.size() == 1 ? missing_.front()
                                                                 : std::string_view();
}

// A misspelled key is reported once: the key that was probably meant does not count as missing.
void MapReader::report_unknown_key(const YamlEntry& entry, std::string_view other_key) {
    if (report_renamed_key(entry)) return;
    const auto match = other_key.empty() ? closest_match(entry.key, known_) : other_key;
    if (match) std::erase(missing_, *match);
    if (entry.value.kind == YamlNode::Kind::invalid) return; // reported already
    if (!check_key(entry, context_.source)) return;
    context_.source.error(entry.range, fmt::format("unknown key {}", quote(entry.key)),
                          match ? fmt::format("write \"{}\"", *match) : advice_for_unknown_key());
}

// Returns whether the key is one that was renamed.
bool MapReader::report_renamed_key(const YamlEntry& entry) {
    const auto renamed = std::ranges::find(renamed_, entry.key, &RenamedKey::old_key);
    if (renamed == renamed_.end()) return false;
    std::string message = fmt::format("\"{}\" is now \"{}\"", entry.key, renamed->new_key);
    if (find_entry(renamed->new_key) != nullptr)
        context_.source.error(entry.range, std::move(message), "remove one of the two");
    else
        context_.source.warn(entry.range, std::move(message),
                             fmt::format("write \"{}\"", renamed->new_key));
    return true;
}

// Lists the keys that the mapping does not have yet, because it cannot have one twice.
std::string MapReader::advice_for_unknown_key() const {
    std::vector<std::string_view> unused;
    for (const std::string_view key : known_)
        if (std::ranges::find(map_->entries, key, &YamlEntry::key) == map_->entries.end())
            unused.push_back(key);
    return unused.empty() ? "remove it" : suggest({}, unused) + "; or remove it";
}

} // namespace content::parser
