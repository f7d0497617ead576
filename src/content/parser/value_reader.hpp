// Reads one value of a YAML file, a text or a list, and reports what is wrong with it.
#pragma once

#include "content/content.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/translatable_text.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
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

// The `max_count` of a list without a limit of its own.
inline constexpr std::size_t max_items = 1'000'000;

// Calls `read_item` for each item of a list, and reports a list with fewer than `min_count` or more
// than `max_count` items. `shape` is the shape of an item that is a mapping, as in expect_kind().
void read_list(const YamlNode& node, const ParseContext& context, std::string_view what,
               std::size_t min_count, std::size_t max_count, const ItemReader& read_item,
               std::string_view shape = {});

// Returns the suggestion for an unknown word: the closest match, or a list of choices if nothing is
// similar. Returns an empty text if `known` is empty.
std::string suggest(std::string_view word, std::span<const std::string_view> known);

} // namespace content::parser
