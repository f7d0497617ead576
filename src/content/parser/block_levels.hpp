// The nested lists and mappings that are open at a line of a file, by their indentation.
#pragma once

#include "content/parser/repaired_text.hpp"
#include "content/parser/value_scan.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace content::parser {

// An entry of a list or of a mapping. Columns are those after a repair of the indentation.
struct BlockEntry {
    std::size_t line = 0;
    int column = 0;
    bool is_list_item = false;
    std::string_view key{}; // empty for a list item
    bool has_value = false; // on the same line
};

// Returns what entries of the same kind start with: the key, with the dash before it, or a dash and
// the first character of the item.
std::string_view entry_name(std::string_view line);

class BlockLevels {
public:
    explicit BlockLevels(RepairedText& text);

    // Adds an entry that starts a line. Returns the column where it belongs, or nullopt if that is
    // nowhere. If it is not its column, `mistake` is set, and the indentation repaired.
    std::optional<int> add(const BlockEntry& entry, std::optional<SyntaxMistake>& mistake);

    // Adds a list or mapping that starts behind a dash on the same line.
    void add_behind_dash(const BlockEntry& entry);

    // Says whether the last entry has no value yet, so that a deeper level may follow.
    void expect_child(bool expects_child) { expects_child_ = expects_child; }
    bool expects_child() const { return expects_child_; }

    // Returns the indentation of the innermost level, or -1.
    int indent() const { return levels_.empty() ? -1 : levels_.back().indent; }

    // Returns whether an item at this column would continue an open list.
    bool has_list_at(int column) const;

    // Returns whether the file has this key anywhere.
    bool knows_key(std::string_view key) const;

    // Returns the column where an entry that was indented with tabs is likely to belong.
    int likely_column(const BlockEntry& entry) const;

private:
    struct Level {
        int indent = 0;
        bool is_list = false;
        std::size_t first_line = 0;
        int entry_count = 1;
        bool is_behind_dash = false;
    };

    bool fits(const BlockEntry& entry, bool had_child, bool has_ended_level);
    bool is_first_line_wrong(const Level& level, int column) const;
    int move_first_line(Level& level, int column, std::optional<SyntaxMistake>& mistake);
    std::optional<int> move_entry(const BlockEntry& entry, std::optional<SyntaxMistake>& mistake);
    // Returns how often a name is at a column of the file.
    int name_count(std::string_view name, int column) const;

    // Returns the level to which an entry is closest, or nullptr if it could be one of two.
    const Level* closest_level(const BlockEntry& entry) const;

    RepairedText* text_;
    std::vector<Level> levels_;
    bool expects_child_ = false;

    // How often an entry with this entry_name() is at each column.
    std::map<std::string_view, std::map<int, int>> name_columns_;
};

} // namespace content::parser
