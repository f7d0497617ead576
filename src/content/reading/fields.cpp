#include "content/reading/fields.hpp"

#include "content/nearest.hpp"
#include "content/reading/words.hpp"
#include "content/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace content::reading {

namespace {

std::string_view name_of(Node::Kind kind) {
    switch (kind) {
    case Node::Kind::text:
        return "a text";
    case Node::Kind::list:
        return "a list";
    case Node::Kind::map:
        return "keys with values";
    case Node::Kind::nothing:
    case Node::Kind::refused:
        break;
    }
    return "nothing";
}

// A YAML 1.1 reader takes 0111 for 73, 1_000 for 1000 and 12:30 for 750. Ours takes the text as it stands, but
// whoever wrote it must not depend on that.
bool is_misread(std::string_view plain) {
    const auto consists_of = [plain](std::string_view characters) {
        return plain.find_first_not_of(characters) == std::string_view::npos;
    };
    const bool has_digit = plain.find_first_of("0123456789") != std::string_view::npos;
    if (!has_digit) return false;
    const bool zero_first =
        plain.size() > 1 && plain.front() == '0' && consists_of("0123456789abcdefABCDEFxo_");
    const bool underscored = plain.find('_') != std::string_view::npos && consists_of("0123456789_");
    const bool sixties = plain.find(':') != std::string_view::npos && consists_of("0123456789:");
    return zero_first || underscored || sixties;
}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        const bool space = letter == ' ' || letter == '\n' || letter == '\t';
        if (!space) {
            line += letter;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

bool has_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_control(next_character(text, at))) return true;
    }
    return false;
}

std::string in_quotes(std::string_view key) {
    return fmt::format("\"{}\"", key);
}

bool is_id(std::string_view text) {
    constexpr std::size_t longest = 40;
    return !text.empty() && text.size() <= longest &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::optional<Number> read_number(const Node& node, const Reading& reading, std::string_view key) {
    if (!expect(Node::Kind::text, node, reading, in_quotes(key))) return std::nullopt;
    auto number = Number::parse(node.text);
    if (!number) {
        reading.source.error(node.where, fmt::format("{} is not a phone number", in_quotes(node.text)),
                             R"(write a number like "988", "741741" or "1-888-373-7888")");
        return std::nullopt;
    }
    if (const auto wrong = objection(*number)) {
        reading.source.error(node.where, wrong->message, wrong->instead);
        return std::nullopt;
    }
    return number;
}

template <class Value>
std::optional<Value> read_value(const Node& node, const Reading& reading, std::string_view key,
                                std::string_view must_be, Value least, Value most) {
    if (!expect(Node::Kind::text, node, reading, in_quotes(key))) return std::nullopt;
    Value value{};
    const char* const end = node.text.data() + node.text.size();
    const auto [stopped, error] = std::from_chars(node.text.data(), end, value);
    if (error == std::errc() && stopped == end && value >= least && value <= most) return value;
    reading.source.error(node.where,
                         fmt::format("\"{}\" is {}, but must be {}", key, in_quotes(node.text), must_be));
    return std::nullopt;
}

} // namespace

bool expect(Node::Kind kind, const Node& node, const Reading& reading, std::string_view what) {
    if (node.kind == Node::Kind::refused) return false;
    if (node.kind == Node::Kind::nothing) {
        reading.source.error(node.where, fmt::format("{} is empty", what),
                             fmt::format("write {}", name_of(kind)));
        return false;
    }
    if (node.kind != kind) {
        reading.source.error(node.where,
                             fmt::format("{} must be {}, not {}", what, name_of(kind), name_of(node.kind)));
        return false;
    }
    if (node.plain && is_misread(node.text)) {
        reading.source.error(node.where,
                             fmt::format("{} without quotes is another number to other programs", node.text),
                             fmt::format("write \"{}\"", node.text));
        return false;
    }
    return true;
}

std::string read_line(const Node& node, const Reading& reading, std::string_view what, Limit limit) {
    if (!expect(Node::Kind::text, node, reading, what)) return {};
    std::string text = one_line(node.text);
    if (text.empty()) {
        reading.source.error(node.where, fmt::format("{} is empty", what), "write a text");
        return {};
    }
    if (has_control(text)) {
        reading.source.error(node.where, fmt::format("{} has a character that cannot be shown", what));
        return {};
    }
    const int length = count_characters(text);
    if (length > limit.characters) {
        reading.source.error(node.where, fmt::format("{} is {} characters long, at most {} fit {}", what,
                                                     length, limit.characters, limit.where));
        return {};
    }
    return text;
}

std::string read_text(const Node& node, const Reading& reading, std::string_view what, Limit limit) {
    std::string text = read_line(node, reading, what, limit);
    if (text.empty()) return text;
    if (const auto wrong = objection(text, reading.audience)) {
        reading.source.error(node.where, wrong->message, wrong->instead);
    }
    reading.said.push_back({.text = text, .limit = limit, .audience = reading.audience});
    return text;
}

void read_list(const Node& node, const Reading& reading, std::string_view what, std::size_t least,
               std::size_t most, const ReadItem& read) {
    if (!expect(Node::Kind::list, node, reading, what)) return;
    if (node.items.size() < least) {
        reading.source.error(node.where, fmt::format("{} is empty", what), "write at least one item");
    } else if (node.items.size() > most) {
        reading.source.error(node.where,
                             fmt::format("{} has {} items, at most {} fit", what, node.items.size(), most));
    }
    for (const Node& item : node.items) read(item);
}

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
    if (const auto near = nearest(word, known)) return fmt::format("write \"{}\"", *near);
    if (known.empty()) return {};
    constexpr std::size_t most = 16;
    std::string words;
    for (const std::string_view each : known.first(std::min(known.size(), most))) {
        words.append(words.empty() ? "" : ", ").append(each);
    }
    return fmt::format("choose from: {}{}", words, known.size() > most ? ", …" : "");
}

Fields::Fields(const Node& map, const Reading& reading, std::string_view what) : map_(&map), reading_(reading) {
    expect(Node::Kind::map, map, reading, what);
}

const Node* Fields::find(std::string_view key) {
    if (std::ranges::find(known_, key) == known_.end()) known_.push_back(key);
    const auto found = std::ranges::find(map_->entries, key, &Entry::key);
    return found == map_->entries.end() ? nullptr : &found->value;
}

const Node* Fields::need(std::string_view key) {
    const Node* const found = find(key);
    if (found == nullptr) missing_.push_back(key);
    return found;
}

std::string Fields::text(std::string_view key, Limit limit) {
    const Node* const node = need(key);
    return node == nullptr ? std::string() : read_text(*node, reading_, in_quotes(key), limit);
}

std::string Fields::text_if_given(std::string_view key, Limit limit) {
    const Node* const node = find(key);
    return node == nullptr ? std::string() : read_text(*node, reading_, in_quotes(key), limit);
}

std::string Fields::line(std::string_view key, Limit limit) {
    const Node* const node = need(key);
    return node == nullptr ? std::string() : read_line(*node, reading_, in_quotes(key), limit);
}

std::string Fields::id(std::string_view key) {
    const Node* const node = need(key);
    if (node == nullptr || !expect(Node::Kind::text, *node, reading_, in_quotes(key))) return {};
    if (is_id(node->text)) return node->text;
    reading_.source.error(node->where, fmt::format("{} is not an id", in_quotes(node->text)),
                          "write lower-case letters, digits and hyphens, like \"safe-home\"");
    return {};
}

std::optional<Number> Fields::number(std::string_view key) {
    const Node* const node = need(key);
    return node == nullptr ? std::nullopt : read_number(*node, reading_, key);
}

std::optional<Number> Fields::number_if_given(std::string_view key) {
    const Node* const node = find(key);
    return node == nullptr ? std::nullopt : read_number(*node, reading_, key);
}

void Fields::list(std::string_view key, std::size_t least, std::size_t most, const ReadItem& read) {
    if (const Node* const node = need(key)) read_list(*node, reading_, in_quotes(key), least, most, read);
}

std::optional<double> Fields::measure_if_given(std::string_view key, double least, double most,
                                               std::string_view unit) {
    const Node* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_value(*node, reading_, key, fmt::format("from {} to {} {}", least, most, unit), least, most);
}

std::optional<int> Fields::whole_if_given(std::string_view key, int least, int most, std::string_view unit) {
    const Node* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_value(*node, reading_, key, fmt::format("a whole number from {} to {} {}", least, most, unit),
                      least, most);
}

std::optional<std::size_t> Fields::choice_if_given(std::string_view key,
                                                   std::span<const std::string_view> words) {
    const Node* const node = find(key);
    if (node == nullptr || !expect(Node::Kind::text, *node, reading_, in_quotes(key))) return std::nullopt;
    const auto found = std::ranges::find(words, std::string_view(node->text));
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    reading_.source.error(node->where, fmt::format("\"{}\" cannot be {}", key, in_quotes(node->text)),
                          suggestion(node->text, words));
    return std::nullopt;
}

Audience Fields::audience() {
    static constexpr std::array<std::string_view, 2> words{"everyone", "staff"};
    if (choice_if_given("audience", words) == 1) reading_.audience = Audience::staff;
    return reading_.audience;
}

void Fields::done() {
    if (map_->kind != Node::Kind::map) return; // reported already
    for (const Entry& entry : map_->entries) {
        if (std::ranges::find(known_, entry.key) == known_.end()) report_unknown(entry);
    }
    for (const std::string_view key : missing_) {
        reading_.source.error(map_->where, fmt::format("\"{}\" is missing", key),
                              fmt::format("add \"{}: ...\"", key));
    }
}

// A misspelt key is one mistake, not two: the one that was meant is not missing as well.
void Fields::report_unknown(const Entry& entry) {
    reading_.source.error(entry.where, fmt::format("unknown key {}", in_quotes(entry.key)),
                          suggestion(entry.key, known_));
    if (const auto meant = nearest(entry.key, known_)) std::erase(missing_, *meant);
}

} // namespace content::reading
