#include "content/key_lines.hpp"

#include "content/reading/node.hpp"
#include "content/reading/source.hpp"

#include <algorithm>
#include <array>

namespace content {

namespace {

using reading::Entry;
using reading::Node;

// Lines of a text, from the start of the first to behind the end of the last.
struct LineRange {
    std::size_t from, to;
};

std::size_t line_start(std::string_view text, std::size_t at) {
    const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

// What may stand after a value without belonging to it.
bool is_apart(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\n");
    return first == std::string_view::npos || line[first] == '#' || line.starts_with("...");
}

// From the key's line to the next key's, but for the comments and empty lines before that.
LineRange lines_of(std::string_view text, const std::vector<Entry>& entries, std::size_t index) {
    LineRange lines{line_start(text, entries[index].where.at), text.size()};
    if (index + 1 < entries.size()) lines.to = line_start(text, entries[index + 1].where.at);
    const std::size_t first_end = line_end(text, lines.from);
    while (lines.to > first_end) {
        const std::size_t last = line_start(text, lines.to - 1);
        if (!is_apart(text.substr(last, lines.to - last))) break;
        lines.to = last;
    }
    return lines;
}

// The comment at the end of a line, with the spaces before it; empty if there is none. A # in quotes, or inside
// a word, starts no comment.
std::string_view comment_of(std::string_view line) {
    char quote = '\0', before = ' ';
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char letter = line[at];
        const bool starts_word = std::string_view(" \t[{,:").find(before) != std::string_view::npos;
        if (quote != '\0') {
            if (letter == '\\' && quote == '"') ++at;
            if (letter == quote) quote = '\0';
        } else if ((letter == '"' || letter == '\'') && starts_word) {
            quote = letter;
        } else if (letter == '#' && (before == ' ' || before == '\t')) {
            const std::size_t end = at == 0 ? at : line.find_last_not_of(" \t", at - 1) + 1;
            return line.substr(end);
        }
        before = letter;
    }
    return {};
}

std::string changed_line(std::string_view text, const LineRange& lines, const Entry& entry,
                         const std::string& value) {
    const std::size_t key_end = entry.where.at + entry.where.length;
    const std::size_t colon = std::min(text.find(':', key_end), lines.to - 1);
    std::string_view rest = text.substr(colon + 1, line_end(text, lines.from) - colon - 1);
    if (rest.ends_with('\n')) rest.remove_suffix(1);
    std::string line(text.substr(lines.from, colon + 1 - lines.from));
    return line.append(" ").append(value).append(comment_of(rest)).append("\n");
}

bool is_list_of_keys(const Node& root, std::string_view text) {
    if (root.kind == Node::Kind::nothing) return true;
    return root.kind == Node::Kind::map && !root.entries.empty() && text[root.where.at] != '{';
}

void change(std::string& text, const Node& root, const KeyChange& change) {
    const auto found = std::ranges::find(root.entries, change.key, &Entry::key);
    if (found != root.entries.end()) {
        const auto index = static_cast<std::size_t>(found - root.entries.begin());
        const LineRange lines = lines_of(text, root.entries, index);
        text.replace(lines.from, lines.to - lines.from,
                     change.value ? changed_line(text, lines, *found, *change.value) : std::string());
    } else if (change.value) {
        const std::size_t indent = root.entries.empty() ? 0
                                                        : root.entries.front().where.at -
                                                              line_start(text, root.entries.front().where.at);
        std::size_t at = text.size();
        if (!root.entries.empty()) at = lines_of(text, root.entries, root.entries.size() - 1).to;
        std::string line = std::string(indent, ' ') + change.key + ": " + *change.value + "\n";
        if (at > 0 && text[at - 1] != '\n') line.insert(0, "\n");
        text.insert(at, line);
    }
}

// Line ends and the mark at the start as they were.
std::string as_given(std::string text, const std::string& given) {
    if (given.find("\r\n") != std::string::npos) {
        for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
            text.insert(at, "\r");
    }
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return given.starts_with(mark) ? std::string(mark) + text : text;
}

} // namespace

std::optional<std::string> with_keys(const Document& document, std::span<const KeyChange> changes,
                                     std::vector<Problem>& problems) {
    std::string text = document.text;
    for (const KeyChange& each : changes) { // places move with every change
        std::vector<Problem> found;
        reading::Source source({document.name, text}, found);
        const auto root = source.readable() ? reading::parse_yaml(source) : std::nullopt;
        if (root && !is_list_of_keys(*root, source.text()))
            source.error(root->where, "this is no list of keys", "write each key on a line of its own");
        if (!root || has_error(found)) {
            problems.insert(problems.end(), found.begin(), found.end());
            return std::nullopt;
        }
        std::string changed = source.text();
        change(changed, *root, each);
        text = std::move(changed);
    }
    return changes.empty() ? text : as_given(std::move(text), document.text);
}

std::string yaml_text(std::string_view text) {
    constexpr std::array<std::string_view, 9> words{"null", "true", "false", "yes", "no",
                                                    "on",   "off",  "y",     "n"};
    const bool simple =
        !text.empty() && text.size() < 20 && text.front() != '-' && text.front() != '0' &&
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
    if (text == "0" || (simple && std::ranges::find(words, text) == words.end())) return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter;
    }
    return quoted + '"';
}

} // namespace content
