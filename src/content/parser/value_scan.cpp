#include "content/parser/value_scan.hpp"

#include "content/parser/flow_scan.hpp"
#include "content/parser/quote_advice.hpp"

#include <fmt/format.h>

namespace content::parser {

namespace {

bool is_right_of(std::string_view line, int indent) {
    return static_cast<int>(indent_of(line)) > indent;
}

ScannedValue scan_quoted(const SourceLines& lines, SourcePosition start, int parent_indent) {
    const QuotedEnd end = find_quoted_end(lines, start, parent_indent);
    if (!end.is_closed) {
        std::size_t last = start.line;
        while (last + 1 < lines.size() && is_right_of(lines[last + 1], parent_indent) &&
               !starts_entry(lines[last + 1]))
            ++last;
        return {last, SyntaxMistake{start, 1, "this quote is never closed",
                                    "close it at the end of the "
                                    "text"}};
    }
    const std::string_view line = lines[end.position.line];
    const std::string_view behind = line.substr(end.position.column + 1);
    const bool is_end = is_blank_or_comment(behind) && !behind.starts_with('#');
    if (is_end) return {end.position.line, std::nullopt};
    return {end.position.line, inner_quote_mistake(lines, start, end.position)};
}

// A block text starts with | or >, and nothing else but signs and digits on the line.
ScannedValue scan_block_text(const SourceLines& lines, SourcePosition start, int parent_indent) {
    const std::string_view header = without_comment(lines[start.line].substr(start.column));
    if (header.find_first_not_of("+-123456789", 1) != std::string_view::npos) {
        return {start.line,
                SyntaxMistake{start, 1, bad_start_message(header.front()), quoting_advice(header)}};
    }
    std::size_t last = start.line;
    while (last + 1 < lines.size() && (indent_of(lines[last + 1]) == lines[last + 1].size() ||
                                       is_right_of(lines[last + 1], parent_indent)))
        ++last;
    return {last, std::nullopt};
}

// Returns the column of a colon that makes a text without quotes a key, or npos.
std::size_t colon_column(std::string_view line, std::size_t column) {
    const std::size_t end = comment_column(line, column);
    for (std::size_t colon = line.find(':', column); colon < end;
         colon = line.find(':', colon + 1)) {
        if (colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t')
            return colon;
    }
    return std::string_view::npos;
}

bool has_bad_start(std::string_view text) {
    constexpr std::string_view never = "&*!%@`]},";
    constexpr std::string_view before_space = "-?:";
    if (never.find(text.front()) != std::string_view::npos) return true;
    return before_space.find(text.front()) != std::string_view::npos &&
           (text.size() == 1 || text[1] == ' ');
}

// Returns what is wrong with one line of a text without quotes.
std::optional<SyntaxMistake> plain_mistake(const SourceLines& lines, SourcePosition from,
                                           bool continues) {
    const std::string_view line = lines[from.line];
    const std::string_view text = without_comment(line.substr(from.column));
    const std::size_t comment = comment_column(line, from.column);
    const std::size_t colon = colon_column(line, from.column);
    if (colon != std::string_view::npos && text.ends_with('}') &&
        text.find('{') == std::string_view::npos) {
        return SyntaxMistake{{from.line, from.column + text.size() - 1},
                             1,
                             "a \"}\" has no \"{\"",
                             "write the { that is missing before it",
                             true};
    }
    if (colon != std::string_view::npos) {
        return SyntaxMistake{{from.line, colon},
                             1,
                             "a colon is not allowed in a text without quotes",
                             quoting_advice(text)};
    }
    const bool is_lost = comment + 1 < line.size() && (line[comment + 1] != ' ' || continues);
    if (!is_lost) return std::nullopt;
    return SyntaxMistake{{from.line, comment},
                         line.size() - comment,
                         lost_text_message,
                         quoting_advice(line.substr(from.column)) +
                             (continues ? "; move a comment to a line above the text"
                                        : "; for a comment, write a space after #")};
}

// Returns whether the next line continues a text without quotes. A line with a key does not: it is
// only indented too far.
bool continues_plain(const SourceLines& lines, std::size_t line, int parent_indent) {
    if (line + 1 >= lines.size()) return false;
    const std::string_view next = lines[line + 1];
    if (is_blank_or_comment(next) || !is_right_of(next, parent_indent)) return false;
    const std::string_view text = next.substr(indent_of(next));
    const auto key = find_key(text);
    return !key || leading_word(key->key) != key->key;
}

ScannedValue scan_plain(const SourceLines& lines, SourcePosition start, int parent_indent) {
    const std::string_view text = lines[start.line].substr(start.column);
    ScannedValue result{start.line, std::nullopt};
    if (has_bad_start(text)) {
        result.mistake = SyntaxMistake{start, 1, bad_start_message(text.front()),
                                       quoting_advice(without_comment(text))};
    }
    for (SourcePosition from = start;;) {
        const bool continues = continues_plain(lines, from.line, parent_indent);
        if (!result.mistake) result.mistake = plain_mistake(lines, from, continues);
        result.last_line = from.line;
        if (!continues) return result;
        ++from.line;
        from.column = indent_of(lines[from.line]);
    }
}

} // namespace

ScannedValue scan_value(const SourceLines& lines, SourcePosition start, int parent_indent) {
    const std::string_view text = lines[start.line].substr(start.column);
    if (is_quoted(text)) return scan_quoted(lines, start, parent_indent);
    if (text.starts_with('{') || text.starts_with('['))
        return scan_flow(lines, start, parent_indent);
    if (text.starts_with('|') || text.starts_with('>'))
        return scan_block_text(lines, start, parent_indent);
    return scan_plain(lines, start, parent_indent);
}

std::string quoting_advice(std::string_view text) {
    const bool has_single = text.find('\'') != std::string_view::npos;
    if (text.find_first_of("\"\\") == std::string_view::npos)
        return "put the whole text in \"quotes\"";
    if (!has_single) return "put the whole text in 'single quotes'";
    if (text.find('\\') == std::string_view::npos)
        return "put the whole text in \"quotes\", and write \\\" for each quote inside";
    return "put the whole text in 'single quotes', and write '' for each ' inside";
}

std::string bad_start_message(char first) {
    return fmt::format("a text without quotes cannot start with {}", first);
}

} // namespace content::parser
