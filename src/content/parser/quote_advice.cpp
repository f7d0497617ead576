#include "content/parser/quote_advice.hpp"

#include "base/replace_all.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content::parser {

namespace {

bool is_letter(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[offset]);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

// Counts the marks that are meant as quotes: neither \" nor the apostrophe of "Mary's".
std::size_t count_quote_marks(std::string_view text, char quote_mark) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        if (quote_mark == '"' && text[offset] == '\\') {
            ++offset;
        } else if (text[offset] == quote_mark) {
            const bool is_apostrophe = quote_mark == '\'' && offset > 0 &&
                                       is_letter(text, offset - 1) && is_letter(text, offset + 1);
            if (!is_apostrophe) ++count;
        }
    }
    return count;
}

// Returns text from inside of double quotes with \" for each quotation mark.
std::string escape_quotes(std::string_view text) {
    std::string result;
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        if (text[offset] == '"') result += '\\';
        result += text[offset];
        const bool is_escape = text[offset] == '\\' && offset + 1 < text.size();
        if (is_escape) result += text[++offset];
    }
    return result;
}

// Returns the text as it should be written. `raw` starts with a quotation mark that was closed too
// early. If it also ends with one, or if the marks inside are odd in number, the first one was
// meant to enclose the text. Otherwise it belongs to the text, as in: "Hi" means hello.
std::string corrected(std::string_view raw) {
    const char quote_mark = raw.front();
    const bool ends_with_mark = raw.size() > 1 && raw.back() == quote_mark;
    const bool encloses = ends_with_mark || count_quote_marks(raw, quote_mark) % 2 == 1;
    if (encloses) raw.remove_prefix(1);
    if (ends_with_mark) raw.remove_suffix(1);
    if (quote_mark == '"' && encloses) return '"' + escape_quotes(raw) + '"';
    std::string text(raw);
    if (encloses) text = base::replace_all(std::move(text), "''", "'");
    if (text.find_first_of("\"\\") == std::string::npos) return '"' + text + '"';
    return '\'' + base::replace_all(std::move(text), "'", "''") + '\'';
}

SyntaxMistake make_mistake(std::string_view raw, SourcePosition end) {
    constexpr std::size_t max_bytes = 100;
    const std::string text = corrected(raw);
    const char quote_mark = raw.front();
    std::string suggestion = "write " + text;
    const bool is_escaped = quote_mark == '"' && text.front() == '"';
    if (text.size() > max_bytes && is_escaped) {
        suggestion = "write \\\" for each quote inside the text, and one \" at its end";
    } else if (text.size() > max_bytes && text.front() == '"') {
        suggestion = "put the whole text in \"double quotes\"";
    } else if (text.size() > max_bytes) {
        suggestion = "put the whole text in 'single quotes', and write '' for each ' inside";
    }
    return {end, 1, fmt::format("the text ends at this {}, but more follows", quote_mark),
            std::move(suggestion)};
}

} // namespace

QuotedEnd find_quoted_end(const SourceLines& lines, SourcePosition start, int parent_indent) {
    std::string_view line = lines[start.line];
    const char quote_mark = line[start.column];
    for (std::size_t column = start.column + 1;;) {
        const std::size_t end = line.find_first_of(quote_mark == '"' ? "\"\\" : "'", column);
        if (end == std::string_view::npos) {
            if (++start.line == lines.size()) return {};
            line = lines[start.line];
            column = 0;
            if (static_cast<int>(indent_of(line)) <= parent_indent && starts_entry(line)) return {};
        } else if (line[end] == '\\' || line.substr(end).starts_with("''")) {
            column = end + 2;
        } else {
            return {true, {start.line, end}};
        }
    }
}

bool is_unclosed_quote(std::string_view text, std::size_t offset) {
    const std::size_t line_start = text.rfind('\n', offset) + 1;
    const std::size_t end = closing_quote(text.substr(offset));
    if (end == std::string_view::npos) return true;
    if (text.substr(offset, end).find('\n') == std::string_view::npos) return false;
    const SourceLines lines = split_lines(text.substr(line_start, offset + end + 1 - line_start));
    std::size_t column = indent_of(lines.front());
    while (is_dash(lines.front(), column) && column < offset - line_start)
        column = std::min(lines.front().find_first_not_of(' ', column + 1), lines.front().size());
    const int indent = static_cast<int>(column) - (column == offset - line_start ? 1 : 0);
    return !find_quoted_end(lines, {0, offset - line_start}, indent).is_closed;
}

SyntaxMistake inner_quote_mistake(const SourceLines& lines, SourcePosition start,
                                  SourcePosition end) {
    std::string_view raw = lines[end.line];
    if (start.line == end.line) raw.remove_prefix(start.column);
    // A comment is only a comment if the text ends with a quotation mark before it.
    const std::string_view shortened = without_comment(raw);
    if (shortened.size() > 1 && shortened.back() == lines[start.line][start.column])
        raw = shortened;
    raw = raw.substr(0, raw.find_last_not_of(" \t") + 1);
    if (start.line == end.line) return make_mistake(raw, end);
    const char quote_mark = lines[start.line][start.column];
    return {end, 1, fmt::format("the text ends at this {}, but more follows", quote_mark),
            quote_mark == '"' ? "write \\\" for each quote inside the text, and one \" at its end"
                              : "write '' for each ' inside the text, and one ' at its end"};
}

SyntaxMistake inner_flow_quote_mistake(const SourceLines& lines, SourcePosition start,
                                       SourcePosition end) {
    const std::string_view line = lines[end.line];
    const char quote_mark = lines[start.line][start.column];
    // The text ends at a quotation mark before a bracket, or before a comma and the next key.
    std::size_t last = end.column;
    for (std::size_t mark = line.find(quote_mark, end.column + 1); mark != std::string_view::npos;
         mark = line.find(quote_mark, mark + 1)) {
        last = mark;
        std::string_view behind = line.substr(mark + 1);
        behind.remove_prefix(indent_of(behind));
        if (behind.starts_with('}') || behind.starts_with(']')) break;
        if (!behind.starts_with(',')) continue;
        behind.remove_prefix(1);
        behind.remove_prefix(indent_of(behind));
        const std::string_view key = leading_word(behind);
        if (behind.empty() || (!key.empty() && behind.substr(key.size()).starts_with(':'))) break;
    }
    const bool is_single_line = start.line == end.line && last > end.column;
    if (is_single_line)
        return make_mistake(line.substr(start.column, last + 1 - start.column), end);
    return {end, 1, fmt::format("the text ends at this {}, but more follows", quote_mark),
            quote_mark == '"' ? "write \\\" for each quote inside the text, and one \" at its end"
                              : "write '' for each ' inside the text, and one ' at its end"};
}

} // namespace content::parser
