// Reads the keys of one map, and says what is wrong with them.
#pragma once

#include "content/content.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/parser/source_text.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

// How much text fits, in characters. A translation may be half as long again.
struct TextLimit {
    int max_characters;
    std::string_view where; // "on a tab"
};

namespace limit {
inline constexpr TextLimit tab{24, "on a tab"};
inline constexpr TextLimit title{40, "in a title"};
inline constexpr TextLimit name{60, "in a name"};
inline constexpr TextLimit headline{60, "in a headline"};
inline constexpr TextLimit hint{60, "in a hint"};
inline constexpr TextLimit lead{220, "in a lead"};
inline constexpr TextLimit label{240, "on a slip"};
inline constexpr TextLimit paragraph{600, "in a paragraph"};
} // namespace limit

// A text that a visitor may read, and so a text to translate.
struct TranslatableText {
    std::string text;
    TextLimit limit;
    Audience audience;
    bool is_optional = false; // a name or a word to send: may stay as it is in every language
};

// One document on its way to becoming content.
struct ParseContext {
    SourceText& source;
    std::vector<TranslatableText>& texts;   // in the order it was read
    Audience audience = Audience::everyone; // who may read what is being read now
};

// In all of these, `what` is how messages name the thing: "title", with its quotes.

// Reports a node of another kind, an empty one, and a number that other readers of YAML would take for another
// one.
bool expect_kind(YamlNode::Kind kind, const YamlNode& node, const ParseContext& context, std::string_view what);

// The text as one line: line ends and runs of spaces become one space, because breaking lines is the screen's
// task. Empty if there was something wrong with it.
std::string read_line(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit);

// The same, for a text that a visitor may read: checks its words, and adds it to `reading.said`.
std::string read_text(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit);

// Calls `read` with each item of a list of `least` to `most` items.
using ItemReader = std::function<void(const YamlNode&)>;
void read_list(const YamlNode& node, const ParseContext& context, std::string_view what, std::size_t min_count,
               std::size_t max_count, const ItemReader& read_item);

// 'write "title"', or what there is to choose from where nothing is near. Empty if there is nothing.
std::string suggest(std::string_view word, std::span<const std::string_view> known);

inline constexpr std::size_t max_items = 1'000'000; // of items in a list

// Asking for a key makes it a known one; done() reports the others. A key that is needed and not given is
// reported, and so is a value that is wrong: what comes back then is empty, and the document is refused in the
// end.
class MapReader {
public:
    MapReader(const YamlNode& map, const ParseContext& context, std::string_view what);

    SourceRange range() const { return map_->range; }
    const ParseContext& context() const { return context_; }

    const YamlNode* find(std::string_view key);    // null: not given
    const YamlNode* require(std::string_view key); // null: not given, and to be reported

    std::string text(std::string_view key, TextLimit limit);          // a visitor may read it
    std::string optional_text(std::string_view key, TextLimit limit); // the same
    std::string line(std::string_view key, TextLimit limit);
    std::string id(std::string_view key); // lower-case letters, digits, hyphens
    std::optional<PhoneNumber> phone_number(std::string_view key);
    std::optional<PhoneNumber> optional_phone_number(std::string_view key);
    void list(std::string_view key, std::size_t min_count, std::size_t max_count, const ItemReader& read_item);

    std::optional<double> optional_number(std::string_view key, double min_value, double max_value,
                                          std::string_view unit);
    std::optional<int> optional_int(std::string_view key, int min_value, int max_value, std::string_view unit);

    // One of `words`, by its place among them. nullopt: not given, or wrong.
    std::optional<std::size_t> optional_choice(std::string_view key, std::span<const std::string_view> choices);

    // The key "audience". What is read from here on is for that audience.
    Audience audience();

    void report_unknown_keys();

private:
    void report_unknown_key(const YamlEntry& entry);

    const YamlNode* map_;
    ParseContext context_;
    std::vector<std::string_view> known_;
    std::vector<std::string_view> missing_;
};

} // namespace content::parser
