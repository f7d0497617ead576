// UTF-8 text: decoding, encoding and validation, and the width of characters for error messages.
// All functions take the byte sequences of RFC 3629 as valid UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// The code point at the start of a text, and the number of bytes that it takes.
struct DecodedCharacter {
    char32_t character; // U+FFFD if the bytes are not valid UTF-8
    std::size_t size_bytes;
    bool is_valid;
};

// Decodes the code point at the start of `text`, which must not be empty. Of invalid UTF-8 it takes
// the bytes that could begin a code point, and at least one: the maximal subpart of the Unicode
// Standard, section 3.9, which web browsers use too.
DecodedCharacter decode_first(std::string_view text);

// Decodes the code point at byte `offset`, which must be less than the size of `text`, and moves
// `offset` past it. A byte that is not part of valid UTF-8 is returned as U+FFFD, and `offset`
// moves by that one byte.
char32_t decode_next(std::string_view text, std::size_t& offset);

// Appends the UTF-8 encoding of a code point, which must not be greater than U+10FFFF.
void append_utf8(std::string& text, char32_t character);

// Returns the offset of the first byte that is not valid UTF-8, or nullopt if there is none.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Returns the number of characters that a reader sees. Combining marks are not counted.
int count_visible_characters(std::string_view text);

// Returns the number of terminal columns that a code point takes: 0 for combining marks, 2 for wide
// East Asian characters and emoji, otherwise 1.
int terminal_columns(char32_t character);

// ASCII digits only: 0 to 9.
bool is_digit(char letter);

// Return the lowercase form of A to Z, and any other character unchanged.
char to_lower_ascii(char letter);
std::string to_lower_ascii(std::string_view text);

// Returns whether a code point is a C0 or C1 control character or DEL, which includes tabs and line
// breaks.
bool is_control(char32_t character);

} // namespace base
