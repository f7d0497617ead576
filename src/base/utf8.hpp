// Characters of UTF-8 text, for counting what fits and for putting a caret under the right column.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// The character that starts at byte `at`, which moves past it. Ill-formed bytes are U+FFFD, one byte each.
char32_t decode_next(std::string_view text, std::size_t& offset);

void append_utf8(std::string& text, char32_t character);

// Where the first byte is that is not UTF-8. nullopt: there is none.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// How many characters a reader sees: marks that sit on a letter are not counted.
int count_visible_characters(std::string_view text);

// Terminal columns: 0 for marks that sit on a letter, 2 for wide East Asian characters and emoji, else 1.
int terminal_columns(char32_t character);

bool is_digit(char letter);       // 0 to 9
char to_lower_ascii(char letter); // a for A, to z for Z; any other as it is

bool is_control(char32_t character); // anything that moves a terminal's cursor, tabs and line ends too

} // namespace base
