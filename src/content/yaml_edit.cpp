#include "content/yaml_edit.hpp"

#include "base/line_bounds.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/yaml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content {

namespace {

using base::line_end;
using base::line_start;
using content::parser::YamlEntry;
using content::parser::YamlNode;

// Consecutive lines of a text as byte offsets: the start of the first line and the end of the last
// line, after its line feed.
struct LineRange {
    std::size_t from;
    std::size_t to;
};

// A line without its line ending, which is empty at the end of a text.
struct Line {
    std::string_view text;
    std::string_view end;
};

// At least one line. The last one has no line ending.
std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    for (;;) {
        const std::size_t end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) break;
        const std::size_t length = text.substr(end).starts_with("\r\n") ? 2 : 1;
        lines.push_back({text.substr(0, end), text.substr(end, length)});
        text.remove_prefix(end + length);
    }
    lines.push_back({text, {}});
    return lines;
}

// Returns how many lines at the end of both texts are the same.
std::size_t common_end(const std::vector<Line>& one, const std::vector<Line>& other) {
    std::size_t count = 0;
    while (count < one.size() && count < other.size() &&
           one[one.size() - 1 - count].text == other[other.size() - 1 - count].text)
        ++count;
    return count;
}

// Returns whether a line after a value does not belong to the value: an empty line, a comment or
// the end of the document.
bool is_separator_line(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\n");
    return first == std::string_view::npos || line[first] == '#' || line.starts_with("...");
}

// Returns the lines of a key and its value, without the comments and empty lines after them, which
// belong to the next key.
LineRange line_range_of(std::string_view text, const std::vector<YamlEntry>& entries,
                        std::size_t index) {
    LineRange line_range{line_start(text, entries[index].range.offset), text.size()};
    if (index + 1 < entries.size())
        line_range.to = line_start(text, entries[index + 1].range.offset);
    const std::size_t first_end = line_end(text, line_range.from);
    while (line_range.to > first_end) {
        const std::size_t last = line_start(text, line_range.to - 1);
        if (!is_separator_line(text.substr(last, line_range.to - last))) break;
        line_range.to = last;
    }
    return line_range;
}

// Returns the comment at the end of a line with the spaces before it, or an empty text if there is
// none. A # in quotes or inside a word does not start a comment.
std::string_view trailing_comment(std::string_view line) {
    char quote_mark = '\0';
    char before = ' ';
    for (std::size_t offset = 0; offset < line.size(); ++offset) {
        const char letter = line[offset];
        const bool is_word_start =
            std::string_view(" \t[{,:").find(before) != std::string_view::npos;
        if (quote_mark != '\0') {
            if (letter == '\\' && quote_mark == '"') ++offset;
            if (letter == quote_mark) quote_mark = '\0';
        } else if ((letter == '"' || letter == '\'') && is_word_start) {
            quote_mark = letter;
        } else if (letter == '#' && (before == ' ' || before == '\t')) {
            const std::size_t end =
                offset == 0 ? offset : line.find_last_not_of(" \t", offset - 1) + 1;
            return line.substr(end);
        }
        before = letter;
    }
    return {};
}

std::string changed_line(std::string_view text, const LineRange& line_range, const YamlEntry& entry,
                         const std::string& value) {
    const std::size_t key_end = entry.range.offset + entry.range.length;
    const std::size_t colon = std::min(text.find(':', key_end), line_range.to - 1);
    std::string_view remainder =
        text.substr(colon + 1, line_end(text, line_range.from) - colon - 1);
    if (remainder.ends_with('\n')) remainder.remove_suffix(1);
    std::string line(text.substr(line_range.from, colon + 1 - line_range.from));
    return line.append(" ").append(value).append(trailing_comment(remainder)).append("\n");
}

bool is_block_mapping(const YamlNode& root, std::string_view text) {
    if (root.kind == YamlNode::Kind::null) return true;
    return root.kind == YamlNode::Kind::mapping && !root.entries.empty() &&
           text[root.range.offset] != '{';
}

void apply_edit(std::string& text, const YamlNode& root, const YamlKeyEdit& edit) {
    const auto found = std::ranges::find(root.entries, edit.key, &YamlEntry::key);
    if (found != root.entries.end()) {
        const auto index = static_cast<std::size_t>(found - root.entries.begin());
        const LineRange line_range = line_range_of(text, root.entries, index);
        text.replace(line_range.from, line_range.to - line_range.from,
                     edit.value ? changed_line(text, line_range, *found, *edit.value)
                                : std::string());
    } else if (edit.value) {
        const std::size_t indent = root.entries.empty()
                                       ? 0
                                       : root.entries.front().range.offset -
                                             line_start(text, root.entries.front().range.offset);
        std::size_t offset = text.size();
        if (!root.entries.empty())
            offset = line_range_of(text, root.entries, root.entries.size() - 1).to;
        std::string line = std::string(indent, ' ') + edit.key + ": " + *edit.value + "\n";
        if (offset > 0 && text[offset - 1] != '\n') line.insert(0, "\n");
        text.insert(offset, line);
    }
}

// Returns whether a parser finds the edit in the text, or would report the new value. A file with
// several documents or with a value at its top, for example, has no place for a key.
bool has_edit(const std::string& name, const std::string& text, const YamlKeyEdit& edit) {
    std::vector<Problem> found;
    content::parser::SourceText source({name, text}, found);
    if (!source.validate()) return true; // the value has a character that the caller reports
    const auto root = content::parser::parse_yaml(source);
    if (!root || has_error(found)) return false;
    const bool has_key =
        std::ranges::find(root->entries, edit.key, &YamlEntry::key) != root->entries.end();
    return has_key == edit.value.has_value();
}

} // namespace

std::optional<std::string> edit_yaml_keys(const SourceFile& file,
                                          std::span<const YamlKeyEdit> edits,
                                          std::vector<Problem>& problems) {
    std::string text = file.text;
    // The text is parsed again for each edit, because an edit moves what follows.
    for (const YamlKeyEdit& edit : edits) {
        std::vector<Problem> found;
        content::parser::SourceText source({file.name, text}, found);
        const auto root = source.validate() ? content::parser::parse_yaml(source) : std::nullopt;
        if (root && !is_block_mapping(*root, source.text()))
            source.error(root->range, "this is not a list of keys",
                         "write each key on its own line");
        if (!root || has_error(found)) {
            problems.insert(problems.end(), found.begin(), found.end());
            return std::nullopt;
        }
        std::string changed = source.text();
        apply_edit(changed, *root, edit);
        if (!has_edit(file.name, changed, edit)) {
            source.error(root->range,
                         fmt::format("\"{}\" cannot be changed in this file", edit.key),
                         "write each key on its own line, without \"---\" and \"...\"");
            problems.insert(problems.end(), found.begin(), found.end());
            return std::nullopt;
        }
        text = std::move(changed);
    }
    return edits.empty() ? text : with_original_line_ends(text, file.text);
}

std::string with_original_line_ends(const std::string& text, const std::string& original) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool has_mark = original.starts_with(byte_order_mark);
    const std::vector<Line> old =
        split_lines(std::string_view(original).substr(has_mark ? byte_order_mark.size() : 0));
    const std::vector<Line> lines = split_lines(text);
    const std::size_t same_at_end = common_end(old, lines);
    const auto changed_end = old.end() - static_cast<std::ptrdiff_t>(same_at_end);
    std::string result(has_mark ? byte_order_mark : "");
    std::string_view line_end = old.front().end.empty() ? "\n" : old.front().end;
    auto next = old.begin();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_after_changes = lines.size() - i <= same_at_end;
        if (lines.size() - i == same_at_end) next = changed_end;
        const auto limit = is_after_changes ? old.end() : changed_end;
        const auto same =
            std::find_if(next, limit, [&](const Line& each) { return each.text == lines[i].text; });
        if (same != limit) {
            next = same + 1;
            if (!same->end.empty()) line_end = same->end;
        }
        result.append(lines[i].text).append(lines[i].end.empty() ? "" : line_end);
    }
    return result;
}

std::string quoted_yaml_scalar(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter;
    }
    return quoted + '"';
}

std::string yaml_scalar(std::string_view text) {
    constexpr std::array<std::string_view, 9> reserved_words{"null", "true", "false", "yes", "no",
                                                             "on",   "off",  "y",     "n"};
    const bool is_simple =
        !text.empty() && text.size() < 20 && text.front() != '-' && text.front() != '0' &&
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
    if (text == "0" ||
        (is_simple && std::ranges::find(reserved_words, text) == reserved_words.end()))
        return std::string(text);
    return quoted_yaml_scalar(text);
}

} // namespace content
