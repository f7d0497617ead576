// Reads the values of a YAML mapping by key, and reports missing, unknown and invalid ones.
#pragma once

#include "content/content.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/translatable_text.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace content::parser {

namespace limit {
inline constexpr TextLimit tab{24, "on a tab"};
inline constexpr TextLimit short_label{14, "on a small tab"};
inline constexpr TextLimit need{24, "on a tab"};
inline constexpr TextLimit title{40, "in a title"};
inline constexpr TextLimit name{60, "in a name"};
inline constexpr TextLimit headline{60, "in a headline"};
inline constexpr TextLimit subtitle{60, "in a subtitle"};
inline constexpr TextLimit lead{220, "in a lead"};
inline constexpr TextLimit label{240, "on a slip"};
inline constexpr TextLimit paragraph{600, "in a paragraph"};

// For all pairs of a translation. check_pair() applies the limit of the English text as well.
inline constexpr TextLimit translation{1200, "in a translation"};
} // namespace limit

// The state of parsing one file. The referenced objects must outlive it.
struct ParseContext {
    SourceText& source;                     // where problems are reported
    std::vector<TranslatableText>& texts;   // collects all texts in the order of the file
    Audience audience = Audience::everyone; // the readers of the current part of the file
    bool should_check_reading_grade = false;
    bool is_in_help_line = false; // check_help_line_numbers() checks the numbers of its texts
    bool may_lack_end = false;    // LoadContext::is_snapshot
    std::string screen = {};      // the screen that shows the current part, for translators
};

// In the following functions, `what` is the name of the value in messages, with quotes if it is a
// key:
// "\"title\"".

// Returns whether a node has the required kind, and whether a scalar is free of characters that
// nobody sees. Otherwise reports it. `shape` is a mapping with % in place of its main value, for
// the advice to somebody who wrote the value alone: "{on: %, source: ...}". Returns false without a
// report for Kind::invalid.
bool expect_kind(YamlNode::Kind kind, const YamlNode& node, const ParseContext& context,
                 std::string_view what, std::string_view shape = {});

// Returns whether all YAML parsers read a scalar as the same text. Reports an unquoted one that
// YAML 1.1 parsers read as another number. Call it for values that would be valid in quotes.
bool expect_one_meaning(const YamlNode& node, const ParseContext& context);

// Returns a scalar as one line: line breaks and repeated spaces become one space, because the
// screen wraps lines itself, and characters that nobody sees are left out with a warning. Reports a
// text that is empty, too long or not displayable and returns an empty text.
std::string read_line(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit);

// Like read_line(), for a text that visitors may read. Also checks the content rules and adds the
// text to `context.texts`.
std::string read_text(const YamlNode& node, const ParseContext& context, std::string_view what,
                      TextLimit limit);

// Says that the current screen shows a text that has been read before, unless another one does.
void add_screen(const ParseContext& context, std::string_view text);

// Handles one item of a list.
using ItemReader = std::function<void(const YamlNode&)>;

// Calls `read_item` for each item of a list, and reports a list with fewer than `min_count` or more
// than `max_count` items. `shape` is the shape of an item that is a mapping, as in expect_kind().
void read_list(const YamlNode& node, const ParseContext& context, std::string_view what,
               std::size_t min_count, std::size_t max_count, const ItemReader& read_item,
               std::string_view shape = {});

// Returns the suggestion for an unknown word: the closest match, or a list of choices if nothing is
// similar. Returns an empty text if `known` is empty.
std::string suggest(std::string_view word, std::span<const std::string_view> known);

// A word that people write instead of a valid value, in lowercase.
struct Synonym {
    std::string_view written;
    std::string_view meant;
};

// The `max_count` of a list without a limit of its own.
inline constexpr std::size_t max_items = 1'000'000;

// Reads the values of one mapping. Each key that is read counts as known, and report_unknown_keys()
// reports the others. A function that reads an invalid value reports it and returns an empty one,
// since the file is rejected at the end.
class MapReader {
public:
    // Reports a node that is not a mapping. `map` must outlive this object.
    // `shape` is as in expect_kind().
    MapReader(const YamlNode& map, const ParseContext& context, std::string_view what,
              std::string_view shape = {});

    SourceRange range() const { return map_->range; }

    // Returns whether the mapping may lack keys because of a problem that has been reported.
    bool is_incomplete() const { return map_->is_incomplete; }
    const ParseContext& context() const { return context_; }

    // Returns nullptr if the mapping does not have the key.
    const YamlNode* find(std::string_view key);

    // Takes the value of `old_key`, which earlier editions of the file had, for `new_key`, with a
    // warning: an update of the program must not make the school's file invalid. Call it before
    // `new_key` is read.
    void accept_renamed(std::string_view old_key, std::string_view new_key);

    // Like find(). report_unknown_keys() also reports the key if it is missing.
    const YamlNode* require(std::string_view key);

    // Whether the key has been read by any of these functions.
    bool is_known(std::string_view key) const;

    // A text that visitors may read, as of read_text().
    std::string text(std::string_view key, TextLimit limit);
    std::string optional_text(std::string_view key, TextLimit limit);

    // A text that visitors do not read, as of read_line().
    std::string line(std::string_view key, TextLimit limit);

    // An ID of lowercase letters, digits and hyphens. For an invalid one, returns the ID of the
    // advice, so that other places may refer to it already.
    std::string id(std::string_view key);

    // These return nullopt if the key is missing or its value is invalid.
    std::optional<PhoneNumber> phone_number(std::string_view key);
    std::optional<PhoneNumber> optional_phone_number(std::string_view key);

    // Calls `read_item` for each item, as read_list().
    void list(std::string_view key, std::size_t min_count, std::size_t max_count,
              const ItemReader& read_item, std::string_view shape = {});

    // A number from `min_value` to `max_value`. `unit` is used in messages. Returns nullopt if the
    // key is missing or its value is invalid.
    std::optional<double> optional_number(std::string_view key, double min_value, double max_value,
                                          std::string_view unit);
    std::optional<int> optional_int(std::string_view key, int min_value, int max_value,
                                    std::string_view unit);

    // Returns the index of the value in `choices`, or nullopt if the key is missing or its value is
    // invalid.
    std::optional<std::size_t> optional_choice(std::string_view key,
                                               std::span<const std::string_view> choices,
                                               std::span<const Synonym> synonyms = {});

    // Returns whether the value is "true", or nullopt if the key is missing or its value is
    // invalid.
    std::optional<bool> optional_boolean(std::string_view key);

    // Reads the key "audience". All texts that are read after this call are for that audience.
    Audience audience();

    // Sets the screen that shows the texts which are read after this call.
    void set_screen(std::string screen) { context_.screen = std::move(screen); }

    // The required keys that are missing so far are not reported.
    void ignore_missing_keys() { missing_.clear(); }

    // Reports unknown keys and missing required keys. Call it after all keys have been read.
    void report_unknown_keys();

private:
    const YamlNode* find_entry(std::string_view key) const;
    std::string_view find_other_key() const;
    bool report_renamed_key(const YamlEntry& entry);
    void report_unknown_key(const YamlEntry& entry, std::string_view other_key);
    std::string advice_for_unknown_key() const;

    const YamlNode* map_;
    ParseContext context_;
    std::vector<std::string_view> known_;
    std::vector<std::string_view> missing_;

    struct RenamedKey {
        std::string_view old_key;
        std::string_view new_key;
    };
    std::vector<RenamedKey> renamed_;
};

} // namespace content::parser
