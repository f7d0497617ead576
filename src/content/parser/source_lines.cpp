#include "content/parser/source_lines.hpp"

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

bool is_space(char letter) {
    return letter == ' ' || letter == '\t';
}

bool is_word_character(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
}

bool is_space_or_end(std::string_view text, std::size_t offset) {
    return offset >= text.size() || is_space(text[offset]);
}

std::optional<KeyMatch> find_quoted_key(std::string_view text) {
    const std::size_t quote_mark = closing_quote(text);
    if (quote_mark == std::string_view::npos) return std::nullopt;
    const std::size_t colon = text.find_first_not_of(' ', quote_mark + 1);
    if (colon == std::string_view::npos || text[colon] != ':' || !is_space_or_end(text, colon + 1))
        return std::nullopt;
    return KeyMatch{text.substr(0, quote_mark + 1), colon + 1};
}

} // namespace

SourceLines split_lines(std::string_view text) {
    SourceLines lines;
    lines.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        lines.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return lines;
        start = end + 1;
    }
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

std::size_t leading_whitespace(std::string_view line) {
    constexpr std::array<std::string_view, 18> spaces{
        " ",      "\t",     "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
        "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"};
    std::size_t size = 0;
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view space : spaces) {
            if (!line.substr(size).starts_with(space)) continue;
            size += space.size();
            found = true;
        }
    }
    return size;
}

bool is_blank_or_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos || line[first] == '#';
}

std::optional<std::size_t> next_content_line(const SourceLines& lines, std::size_t line) {
    for (++line; line < lines.size(); ++line) {
        if (!is_blank_or_comment(lines[line])) return line;
    }
    return std::nullopt;
}

bool is_dash(std::string_view line, std::size_t column) {
    return column < line.size() && line[column] == '-' && is_space_or_end(line, column + 1);
}

std::size_t comment_column(std::string_view line, std::size_t column) {
    for (std::size_t offset = line.find('#', column); offset != std::string_view::npos;
         offset = line.find('#', offset + 1)) {
        if (offset == 0 || is_space(line[offset - 1])) return offset;
    }
    return line.size();
}

std::string_view without_comment(std::string_view text) {
    text = text.substr(0, comment_column(text, 0));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

std::size_t closing_quote(std::string_view text) {
    const char quote_mark = text.front();
    for (std::size_t offset = 1; offset < text.size(); ++offset) {
        if (quote_mark == '"' && text[offset] == '\\') {
            ++offset;
        } else if (text[offset] == quote_mark) {
            if (quote_mark == '"' || offset + 1 == text.size() || text[offset + 1] != quote_mark)
                return offset;
            ++offset; // '' is a quote inside single quotes
        }
    }
    return std::string_view::npos;
}

bool is_quoted(std::string_view text) {
    return text.starts_with('"') || text.starts_with('\'');
}

std::optional<KeyMatch> find_key(std::string_view text) {
    constexpr std::string_view never_starts_key = "{}[],&*!|>%@`#:";
    if (text.empty() || never_starts_key.find(text.front()) != std::string_view::npos)
        return std::nullopt;
    if (is_quoted(text)) return find_quoted_key(text);
    // No key has a quote or a bracket. In 'label "Note: call"' the colon behind "label" is missing.
    const std::size_t end = std::min(comment_column(text, 0), text.find_first_of("\"{["));
    for (std::size_t colon = text.find(':'); colon < end; colon = text.find(':', colon + 1)) {
        if (!is_space_or_end(text, colon + 1)) continue;
        return KeyMatch{text.substr(0, text.find_last_not_of(' ', colon - 1) + 1), colon + 1};
    }
    return std::nullopt;
}

std::string_view leading_word(std::string_view text) {
    return text.substr(0, static_cast<std::size_t>(
                              std::ranges::find_if_not(text, is_word_character) - text.begin()));
}

bool starts_entry(std::string_view line) {
    const std::size_t indent = indent_of(line);
    return is_dash(line, indent) || find_key(line.substr(indent)).has_value();
}

std::optional<WrongColon> find_wrong_colon(std::string_view text) {
    // Colons of other scripts and signs that look like one.
    constexpr std::array<std::string_view, 7> others{"：", "﹕", "︓", "∶", "ː", "꞉", "׃"};
    const std::string_view key = leading_word(text);
    if (key.empty() || key.front() == '-') return std::nullopt;
    std::string_view rest = text.substr(key.size());
    rest.remove_prefix(indent_of(rest));
    for (const std::string_view other : others) {
        if (rest.starts_with(other)) return WrongColon{key, rest.substr(0, other.size())};
    }
    const bool is_unspaced = rest.size() > 1 && rest.front() == ':' && !is_space(rest[1]) &&
                             rest[1] != ':' && !rest.starts_with("://");
    if (is_unspaced) return WrongColon{key, rest.substr(0, 1)};
    return std::nullopt;
}

} // namespace content::parser
