#include "content/parser/block_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace content::parser {

namespace {

int indentation(std::string_view line) {
    return static_cast<int>(indent_of(line));
}

std::string spaces_advice(int count) {
    if (count == 0) return "delete the spaces before it";
    return fmt::format("write {} space{} before it", count, count == 1 ? "" : "s");
}

} // namespace

std::string_view entry_name(std::string_view line) {
    const std::size_t start = leading_whitespace(line);
    std::size_t column = start;
    while (is_dash(line, column))
        column = std::min(line.find_first_not_of(" \t", column + 1), line.size());
    const std::size_t word = leading_word(line.substr(column)).size();
    return line.substr(start, column + std::max<std::size_t>(word, 1) - start);
}

BlockLevels::BlockLevels(RepairedText& text) : text_(&text) {
    for (const std::string_view line : text.original_lines()) {
        const bool is_clean = leading_whitespace(line) == indent_of(line);
        if (is_clean && starts_entry(line)) ++name_columns_[entry_name(line)][indentation(line)];
    }
}

std::optional<int> BlockLevels::add(const BlockEntry& entry,
                                    std::optional<SyntaxMistake>& mistake) {
    const bool had_child = std::exchange(expects_child_, false);
    std::vector<Level> ended;
    while (!levels_.empty() && levels_.back().indent > entry.column) {
        ended.push_back(levels_.back());
        levels_.pop_back();
    }
    if (fits(entry, had_child, !ended.empty())) return entry.column;
    if (!levels_.empty() && levels_.back().is_list == entry.is_list_item &&
        is_first_line_wrong(levels_.back(), entry.column))
        return move_first_line(levels_.back(), entry.column, mistake);
    if (!ended.empty() && ended.back().is_list == entry.is_list_item &&
        is_first_line_wrong(ended.back(), entry.column)) {
        levels_.push_back(ended.back());
        return move_first_line(levels_.back(), entry.column, mistake);
    }
    levels_.insert(levels_.end(), ended.rbegin(), ended.rend());
    return move_entry(entry, mistake);
}

// Adds the entry if its column is right.
bool BlockLevels::fits(const BlockEntry& entry, bool had_child, bool has_ended_level) {
    // A list may have the indentation of its key, and then the next key ends it.
    const bool ends_list = levels_.size() > 1 && !entry.is_list_item && levels_.back().is_list &&
                           levels_.back().indent == entry.column &&
                           levels_[levels_.size() - 2].indent == entry.column;
    if (ends_list) levels_.pop_back();
    const bool is_sibling = !levels_.empty() && levels_.back().indent == entry.column &&
                            levels_.back().is_list == entry.is_list_item;
    if (is_sibling) {
        ++levels_.back().entry_count;
        return true;
    }
    const bool is_first = levels_.empty() && !has_ended_level;
    const bool is_child = had_child && !has_ended_level && !levels_.empty() &&
                          (entry.column > levels_.back().indent || entry.is_list_item);
    if (!is_first && !is_child) return false;
    levels_.push_back(
        {.indent = entry.column, .is_list = entry.is_list_item, .first_line = entry.line});
    return true;
}

void BlockLevels::add_behind_dash(const BlockEntry& entry) {
    levels_.push_back({.indent = entry.column,
                       .is_list = entry.is_list_item,
                       .first_line = entry.line,
                       .is_behind_dash = true});
}

// Returns whether a level that has had one entry so far should have started at `column`: most of
// the lines that follow do.
bool BlockLevels::is_first_line_wrong(const Level& level, int column) const {
    if (level.entry_count != 1) return false;
    const SourceLines& lines = text_->original_lines();
    int limit = -1;
    for (const Level& outer : levels_) {
        if (outer.indent < level.indent && outer.indent < column) limit = outer.indent;
    }
    int count_at_level = 1;
    int count_at_column = 0;
    for (auto line = next_content_line(lines, level.first_line); line;
         line = next_content_line(lines, *line)) {
        const int indent = indentation(lines[*line]);
        if (indent <= limit) break;
        if (is_dash(lines[*line], indent_of(lines[*line])) != level.is_list) continue;
        if (indent == level.indent) ++count_at_level;
        if (indent == column) ++count_at_column;
    }
    if (count_at_column != count_at_level) return count_at_column > count_at_level;
    return column % 2 == 0 && level.indent % 2 != 0;
}

int BlockLevels::move_first_line(Level& level, int column, std::optional<SyntaxMistake>& mistake) {
    const int difference = column - level.indent;
    const int indent =
        std::max(0, indentation(text_->original_lines()[level.first_line]) + difference);
    text_->indent(level.first_line, static_cast<std::size_t>(indent));
    mistake =
        SyntaxMistake{{level.first_line, indent_of(text_->original_lines()[level.first_line])},
                      1,
                      "this line is not aligned with those below",
                      spaces_advice(indent)};
    for (Level& other : levels_) {
        const bool is_same_line = other.first_line == level.first_line && &other != &level;
        if (is_same_line && other.indent < level.indent) other.indent += difference;
    }
    level.indent = column;
    ++level.entry_count;
    return column;
}

std::optional<int> BlockLevels::move_entry(const BlockEntry& entry,
                                           std::optional<SyntaxMistake>& mistake) {
    const bool has_level = std::ranges::any_of(
        levels_, [&](const Level& level) { return level.is_list == entry.is_list_item; });
    const SourcePosition position{entry.line, indent_of(text_->original_lines()[entry.line])};
    if (!has_level) {
        mistake = SyntaxMistake{position, 1, "a list cannot start here",
                                "start it below a key that has nothing behind its colon"};
        text_->remove(entry.line);
        text_->mark_doubtful(entry.line);
        return std::nullopt;
    }
    const Level* const closest = closest_level(entry);
    if (closest == nullptr) {
        mistake = SyntaxMistake{position, 1, "this line is not aligned with those above",
                                "start it exactly below the lines that it belongs to"};
        text_->remove(entry.line);
        text_->mark_doubtful(entry.line);
        return std::nullopt;
    }
    const int column = closest->indent;
    if (std::abs(column - entry.column) > 1) text_->mark_doubtful(entry.line);
    mistake = SyntaxMistake{position, 1, "this line is not aligned with those above",
                            spaces_advice(column)};
    text_->indent(entry.line, static_cast<std::size_t>(column));
    levels_.erase(levels_.begin() + (closest - levels_.data()) + 1, levels_.end());
    ++levels_.back().entry_count;
    return column;
}

const BlockLevels::Level* BlockLevels::closest_level(const BlockEntry& entry) const {
    constexpr int likely_distance = 2;
    const std::string_view name = entry_name(text_->original_lines()[entry.line]);
    const Level* closest = nullptr;
    std::pair<int, int> closest_rank; // how often the name is at this level, and how close it is
    bool is_tie = false;
    for (const Level& level : levels_) {
        if (level.is_list != entry.is_list_item) continue;
        const int distance = std::abs(level.indent - entry.column);
        const int count = distance > likely_distance ? 0 : name_count(name, level.indent);
        const std::pair<int, int> rank{count, -distance};
        is_tie = closest != nullptr && rank == closest_rank;
        // A key without a value is more likely to start an outer block.
        const bool is_better = closest == nullptr || rank > closest_rank;
        if (is_tie && !entry.has_value) is_tie = false;
        if (!is_better) continue;
        closest = &level;
        closest_rank = rank;
    }
    return is_tie ? nullptr : closest;
}

int BlockLevels::likely_column(const BlockEntry& entry) const {
    const SourceLines& lines = text_->original_lines();
    if (expects_child_ && (entry.is_list_item || entry.column > indent())) {
        const auto next = next_content_line(lines, entry.line);
        const bool next_is_sibling =
            next && indentation(lines[*next]) > indent() &&
            is_dash(lines[*next], indent_of(lines[*next])) == entry.is_list_item;
        return next_is_sibling ? indentation(lines[*next]) : indent() + 2;
    }
    const std::string_view name = entry_name(lines[entry.line]);
    int best = std::max(indent(), 0);
    std::pair<int, int> best_rank{-1, 0};
    for (const Level& level : levels_) {
        if (level.is_list != entry.is_list_item) continue;
        const std::pair<int, int> rank{name_count(name, level.indent),
                                       -std::abs(level.indent - entry.column)};
        if (rank >= best_rank) best = level.indent;
        best_rank = std::max(rank, best_rank);
    }
    return best;
}

bool BlockLevels::has_list_at(int column) const {
    return std::ranges::any_of(
        levels_, [column](const Level& level) { return level.is_list && level.indent == column; });
}

int BlockLevels::name_count(std::string_view name, int column) const {
    const auto columns = name_columns_.find(name);
    if (columns == name_columns_.end()) return 0;
    const auto count = columns->second.find(column);
    return count == columns->second.end() ? 0 : count->second;
}

bool BlockLevels::knows_key(std::string_view key) const {
    const auto ends_with_key = [key](const auto& name) {
        return name.first.ends_with(key) && (name.first.size() == key.size() ||
                                             name.first[name.first.size() - key.size() - 1] == ' ');
    };
    return !key.empty() && std::ranges::any_of(name_columns_, ends_with_key);
}

} // namespace content::parser
