#include "content/parser/kind_advice.hpp"

#include "content/yaml_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace content::parser {

namespace {

bool is_simple_word(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST"
                                                   "UVWXYZ0123456789-") == std::string_view::npos;
}

// Returns the list that was meant by a text: "[en, es]" for "en, es". A text with spaces and
// without commas is one item.
std::string as_list(std::string_view text) {
    const bool is_sentence = text.find(' ') != std::string_view::npos &&
                             text.find_first_of(",;") == std::string_view::npos;
    const std::vector<std::string> words = split_words(text);
    if (is_sentence || words.empty() || !std::ranges::all_of(words, is_simple_word))
        return fmt::format("[{}]", yaml_scalar(text));
    std::string list;
    for (const std::string& word : words) list.append(list.empty() ? "" : ", ").append(word);
    return fmt::format("[{}]", list);
}

// The longest value that advice repeats. Nobody copies a longer one from a message.
constexpr std::size_t max_repeated_bytes = 60;

bool is_repeatable(const YamlNode& node) {
    return node.kind == YamlNode::Kind::scalar && node.text.size() <= max_repeated_bytes;
}

// Returns the shape with the value of a node in its place.
std::string fill(std::string_view shape, const YamlNode& node) {
    const std::size_t place = std::min(shape.find('%'), shape.size());
    std::string filled(shape.substr(0, place));
    if (place == shape.size()) return filled;
    return filled.append(is_repeatable(node) ? yaml_scalar(node.text) : "...")
        .append(shape.substr(place + 1));
}

std::string advice_for_list(const YamlNode& node, std::string_view shape, bool is_in_braces) {
    switch (node.kind) {
    case YamlNode::Kind::scalar:
        if (node.text.starts_with('-')) return "write a space after the -";
        if (!shape.empty()) return fmt::format("write [{}]", fill(shape, node));
        return is_repeatable(node) ? fmt::format("write {}", as_list(node.text))
                                   : "put [ and a quote before it, and a quote and ] after it";
    case YamlNode::Kind::mapping:
        if (is_in_braces) return "put [ and ] around it";
        return "write \"- \" in front of its first key, and two more spaces in front of the others";
    default:
        return fmt::format("write a list, like [{}]", shape.empty() ? "..." : fill(shape, node));
    }
}

std::string advice_for_mapping(const YamlNode& node, std::string_view shape) {
    if (node.kind == YamlNode::Kind::sequence) return "write keys with values, without \"- \"";
    return shape.empty() ? "write keys with values" : fmt::format("write {}", fill(shape, node));
}

std::string advice_for_text(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::sequence && node.items.size() == 1 &&
        is_repeatable(node.items.front()))
        return fmt::format("write {}", yaml_scalar(node.items.front().text));
    return node.kind == YamlNode::Kind::null ? "write text" : "write one text, in \"quotes\"";
}

} // namespace

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char letter : text) {
        const bool is_separator = letter == ',' || letter == ';' || letter == ' ';
        if (!is_separator)
            words.back() += letter;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

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

std::string advice_for_kind(YamlNode::Kind kind, const YamlNode& node, std::string_view shape,
                            bool is_in_braces) {
    if (kind == YamlNode::Kind::sequence) return advice_for_list(node, shape, is_in_braces);
    return kind == YamlNode::Kind::mapping ? advice_for_mapping(node, shape)
                                           : advice_for_text(node);
}

} // namespace content::parser
