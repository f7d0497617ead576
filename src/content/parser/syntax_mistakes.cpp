#include "content/parser/syntax_mistakes.hpp"

#include "content/parser/block_levels.hpp"
#include "content/parser/merge_markers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace content::parser {

namespace {

// Goes through the lines as a parser does, but gets past each mistake.
class SyntaxScanner {
public:
    explicit SyntaxScanner(RepairedText& text)
        : text_(&text), lines_(&text.original_lines()), levels_(text) {}

    std::vector<SyntaxMistake> scan() {
        while (line_ < lines_->size() && mistakes_.size() < max_mistakes) {
            next_line_ = line_ + 1;
            shift_ = 0;
            if (!is_blank_or_comment(line()) && !text_->is_removed(line_)) scan_entry();
            line_ = next_line_;
        }
        return std::move(mistakes_);
    }

private:
    std::string_view line() const { return (*lines_)[line_]; }

    // Returns the column after the indentation of the line was repaired.
    int column(std::size_t position) const { return static_cast<int>(position) + shift_; }

    void report(std::size_t position, std::size_t length, std::string message,
                std::string suggestion) {
        mistakes_.push_back({{line_, position}, length, std::move(message), std::move(suggestion)});
    }

    void scan_entry() {
        std::size_t position = leading_whitespace(line());
        bool is_first = true;
        if (position != indent_of(line())) repair_whitespace(position);
        if (has_unspaced_dash(position)) {
            report(position, 1, "a space is missing after the -", "write a space after it");
            text_->replace_end({line_, position + 1},
                               " " + std::string(line().substr(position + 1)));
            if (!enter_item(position, is_first)) return;
            ++shift_;
            scan_key_or_text(position + 1, false);
            return;
        }
        while (is_dash(line(), position)) {
            if (!enter_item(position, std::exchange(is_first, false))) return;
            position = skip_behind_dash(position);
            if (is_blank_or_comment(line().substr(position))) {
                levels_.expect_child(true);
                return;
            }
        }
        scan_key_or_text(position, is_first);
    }

    // Returns whether the line is meant to be an item of a list: "-id: office" or "-'Office'".
    bool has_unspaced_dash(std::size_t position) const {
        const std::string_view text = line().substr(position);
        if (text.size() < 2 || text.front() != '-' || text[1] == ' ' || text[1] == '\t' ||
            text[1] == '-')
            return false;
        const bool is_quoted = text[1] == '"' || text[1] == '\'';
        return levels_.has_list_at(column(position)) ||
               (levels_.expects_child() && (is_quoted || find_key(text).has_value()));
    }

    void repair_whitespace(std::size_t position) {
        const std::string_view indent = line().substr(0, position);
        const auto key = find_key(line().substr(position));
        // The width of a tab is not known. Two columns are one level of indentation.
        const auto tab_count = std::ranges::count(indent, '\t');
        const BlockEntry entry{.line = line_,
                               .column = static_cast<int>(position) + static_cast<int>(tab_count),
                               .is_list_item = is_dash(line(), position),
                               .key = key ? key->key : std::string_view(),
                               .has_value = key && position + key->end < line().size()};
        const int likely = levels_.likely_column(entry);
        const std::string advice = fmt::format("delete everything before it, and write {} space{}",
                                               likely, likely == 1 ? "" : "s");
        if (tab_count > 0) {
            report(indent.find('\t'), 1, "a tab is not allowed before text", advice);
        } else {
            report(indent_of(line()), 1, "this looks like a space, but is another character",
                   advice);
        }
        text_->indent(line_, static_cast<std::size_t>(likely));
        shift_ = likely - static_cast<int>(position);
    }

    // Returns where the item of a list starts.
    std::size_t skip_behind_dash(std::size_t dash) {
        const std::size_t position =
            std::min(line().find_first_not_of(" \t", dash + 1), line().size());
        const std::size_t tab = line().substr(0, position).find('\t', dash);
        if (tab == std::string_view::npos) return position;
        report(tab, 1, "a tab is not allowed before text", "delete the tab, and write a space");
        text_->replace_end({line_, dash + 1}, std::string(position - dash - 1, ' ') +
                                                  std::string(line().substr(position)));
        return position;
    }

    // Returns whether there is a place for the entry.
    bool enter(const BlockEntry& entry, bool is_first) {
        if (!is_first) {
            levels_.add_behind_dash(entry);
            return true;
        }
        std::optional<SyntaxMistake> mistake;
        const auto right_column = levels_.add(entry, mistake);
        const bool is_reported = !mistakes_.empty() && mistakes_.back().position.line == line_;
        if (mistake && !is_reported) mistakes_.push_back(std::move(*mistake));
        if (!right_column) return false;
        shift_ += *right_column - entry.column;
        return true;
    }

    bool enter_item(std::size_t position, bool is_first) {
        return enter({.line = line_, .column = column(position), .is_list_item = true}, is_first);
    }

    bool enter_key(std::size_t position, std::string_view key, bool has_value, bool is_first) {
        return enter(
            {.line = line_, .column = column(position), .key = key, .has_value = has_value},
            is_first);
    }

    void scan_key_or_text(std::size_t position, bool is_first) {
        const std::string_view rest = line().substr(position);
        if (rest.starts_with("? ") || rest.starts_with(": ")) return; // unusual, but valid
        const auto key = find_key(rest);
        const auto wrong_colon = find_wrong_colon(rest);
        const bool is_wrong = wrong_colon && (!key || key->key.size() > wrong_colon->key.size());
        if (key && !is_wrong) {
            scan_pair(position, *key, is_first);
        } else if (!needs_key(position, is_first)) {
            levels_.expect_child(false);
            finish_value({line_, position});
        } else if (is_wrong) {
            scan_wrong_colon(position, *wrong_colon, is_first);
        } else {
            scan_missing_colon(position, is_first);
        }
    }

    // Returns whether a text is not possible here, but only a key.
    bool needs_key(std::size_t position, bool is_first) const {
        const bool is_child = levels_.expects_child() && column(position) > levels_.indent();
        if (is_first && levels_.indent() >= 0 && !is_child) return true;
        const auto next = next_content_line(*lines_, line_);
        if (!next || !starts_entry((*lines_)[*next])) return false;
        const std::size_t indent = indent_of((*lines_)[*next]);
        const bool next_is_item = is_dash((*lines_)[*next], indent);
        const std::string_view text = without_comment(line().substr(position));
        const auto wrong = find_wrong_colon(text);
        const bool is_word = leading_word(text) == text ||
                             (wrong && text.ends_with(wrong->colon) && wrong->colon != ":");
        return (indent == position && !next_is_item) || (indent > position && is_word);
    }

    void scan_pair(std::size_t position, const KeyMatch& key, bool is_first) {
        const std::size_t end = position + key.end;
        const std::size_t value = std::min(line().find_first_not_of(" \t", end), line().size());
        const bool has_value = !is_blank_or_comment(line().substr(value));
        if (!enter_key(position, key.key, has_value, is_first)) return;
        levels_.expect_child(!has_value);
        if (has_value) finish_value({line_, value});
    }

    // Reports the mistake in a value, and replaces the value in this case.
    void finish_value(SourcePosition start) {
        const ScannedValue value = scan_value(*lines_, start, levels_.indent());
        next_line_ = value.last_line + 1;
        is_after_plain_text_ =
            std::string_view("\"'{[|>").find(line()[start.column]) == std::string_view::npos;
        if (!value.mistake) return;
        mistakes_.push_back(*value.mistake);
        text_->replace_value(start, value.last_line);
        if (value.mistake->hides_keys) text_->mark_doubtful(line_);
    }

    // Repairs a line whose colon is missing or wrong. The value starts at `value`.
    void finish_pair(std::size_t key_end, std::size_t value) {
        const std::size_t start = std::min(line().find_first_not_of(" \t", value), line().size());
        const bool has_value = !is_blank_or_comment(line().substr(start));
        levels_.expect_child(!has_value);
        if (!has_value) {
            text_->replace_end({line_, key_end}, ":");
            return;
        }
        const ScannedValue scanned = scan_value(*lines_, {line_, start}, levels_.indent());
        next_line_ = scanned.last_line + 1;
        if (scanned.mistake) {
            text_->replace_value({line_, key_end}, scanned.last_line, ": ");
        } else {
            text_->replace_end({line_, key_end}, ": " + std::string(line().substr(start)));
        }
    }

    void scan_wrong_colon(std::size_t position, const WrongColon& wrong, bool is_first) {
        const std::size_t key_end = position + wrong.key.size();
        const std::size_t colon = line().find(wrong.colon, key_end);
        if (!enter_key(position, wrong.key, true, is_first)) return;
        if (wrong.colon == ":") {
            report(colon, 1, "a space is missing after the colon",
                   fmt::format("write a space after \"{}:\"", wrong.key));
        } else {
            report(colon, wrong.colon.size(),
                   fmt::format("{} is not the colon of the keyboard", wrong.colon),
                   "write : and a space instead");
        }
        finish_pair(key_end, colon + wrong.colon.size());
    }

    void scan_missing_colon(std::size_t position, bool is_first) {
        constexpr std::array<std::string_view, 8> separators{"=>", "->", "=", ";",
                                                             "-",  "–",  "—", "."};
        const std::string_view rest = without_comment(line().substr(position));
        const std::string_view key = leading_word(rest);
        const bool is_known = levels_.knows_key(key);
        const bool is_inner = !is_first || column(position) == levels_.indent();
        const bool is_text = key.empty() || key.front() == '-' ||
                             (!is_known && key != rest && (!is_inner || levels_.expects_child()));
        if (is_text) {
            report_stray_text(position);
            return;
        }
        if (!enter_key(position, key, key != rest, is_first)) return;
        std::size_t value = std::min(rest.find_first_not_of(' ', key.size()), rest.size());
        const auto separator = std::ranges::find_if(separators, [&](std::string_view candidate) {
            return rest.substr(value).starts_with(candidate);
        });
        std::string advice = fmt::format("write a colon after \"{}\"", key);
        if (separator != separators.end()) {
            advice += fmt::format(" instead of {}", *separator);
            value += separator->size();
        } else if (key != rest) {
            advice = fmt::format("write a colon and a space after \"{}\"", key);
        }
        if (!is_known && is_after_plain_text_ && key != rest)
            advice += fmt::format("; or {} spaces before it if it is part of the text above",
                                  levels_.indent() + 2);
        report(position, key.size(), fmt::format("a colon is missing after \"{}\"", key),
               std::move(advice));
        finish_pair(position + key.size(), position + value);
        if (is_known || levels_.expects_child()) return;
        text_->replace_value({line_, position + key.size()}, next_line_ - 1, ": ");
    }

    void report_stray_text(std::size_t position) {
        if (is_after_plain_text_) {
            report(position, 1, "this line has no key, and is not part of the text above",
                   fmt::format("write {} spaces before it if it is part of that text, or else a "
                               "key and a colon",
                               levels_.indent() + 2));
        } else {
            report(position, 1, "this line has no key, and is not part of a text",
                   "move it between the quotes of its text, or write a key and a colon before it");
        }
        text_->remove(line_);
        if (levels_.knows_key(leading_word(line().substr(position)))) text_->mark_doubtful(line_);
    }

    RepairedText* text_;
    const SourceLines* lines_;
    BlockLevels levels_;
    std::vector<SyntaxMistake> mistakes_;
    std::size_t line_ = 0;
    std::size_t next_line_ = 1;
    int shift_ = 0; // how far the current line was moved to the right
    bool is_after_plain_text_ = false;
};

} // namespace

std::vector<SyntaxMistake> repair_syntax(RepairedText& text) {
    std::vector<SyntaxMistake> mistakes = remove_markers(text);
    std::ranges::move(SyntaxScanner(text).scan(), std::back_inserter(mistakes));
    return mistakes;
}

} // namespace content::parser
