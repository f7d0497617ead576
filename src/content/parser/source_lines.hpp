// The lines of a YAML file as its author sees them: indentation, keys, dashes and comments. Unlike
// a parser, these functions also work in a file that is not valid YAML.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace content::parser {

using SourceLines = std::vector<std::string_view>; // without the line endings

// Lines and columns are counted from 0, columns in bytes.
struct SourcePosition {
    std::size_t line = 0;
    std::size_t column = 0;
};

SourceLines split_lines(std::string_view text);

// Returns the column of the first character that is not a space.
std::size_t indent_of(std::string_view line);

// Returns the bytes of all whitespace at the start of a line: also of tabs, and of the spaces of
// Unicode, which do not indent anything in YAML.
std::size_t leading_whitespace(std::string_view line);

bool is_blank_or_comment(std::string_view line);

// Returns the first line after `line` that is neither blank nor a comment, or nullopt.
std::optional<std::size_t> next_content_line(const SourceLines& lines, std::size_t line);

// Returns whether a dash and a space, or a dash at the end of the line, start at `column`.
bool is_dash(std::string_view line, std::size_t column);

// Returns the column where a comment starts at or after `column`, or the length of the line.
std::size_t comment_column(std::string_view line, std::size_t column);

// Returns the part of a text up to a comment, without spaces at its end.
std::string_view without_comment(std::string_view text);

// Returns the offset of the quotation mark that closes the one at the start of `text`, or npos if
// there is none.
std::size_t closing_quote(std::string_view text);

bool is_quoted(std::string_view text);

struct KeyMatch {
    std::string_view key; // with its quotes, if it has any
    std::size_t end = 0;  // behind the colon
};

// Returns the key that `text` starts with: it ends with a colon and a space.
std::optional<KeyMatch> find_key(std::string_view text);

// Returns the word of letters, digits, "_" and "-" that `text` starts with, as all keys of this
// program are written. May be empty.
std::string_view leading_word(std::string_view text);

// Returns whether the line is an item of a list or has a key.
bool starts_entry(std::string_view line);

// A key whose colon does not count, because no space follows or because it is another character.
struct WrongColon {
    std::string_view key;
    std::string_view colon;
};

std::optional<WrongColon> find_wrong_colon(std::string_view text);

} // namespace content::parser
