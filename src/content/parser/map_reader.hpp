// Reads the values of a YAML mapping by key, and reports missing, unknown and invalid ones.
#pragma once

#include "content/parser/value_reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace content::parser {

// A word that people write instead of a valid value, in lowercase.
struct Synonym {
    std::string_view written;
    std::string_view meant;
};

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
