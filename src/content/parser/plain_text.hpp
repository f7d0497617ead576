// What is suspicious about a text without quotes that the parser has accepted.
#pragma once

#include "content/problem.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace content::parser {

// Something suspicious, at an offset from the start of the text.
struct TextDoubt {
    Severity severity = Severity::error;
    std::size_t offset = 0;
    std::size_t length = 1;
    std::string message;
    std::string suggestion;
    bool hides_keys = false; // a mapping lacks keys because of this
};

// Returns how many bytes of the file a text without quotes takes, with its line breaks. `source`
// starts with the text, and `value` is what the parser made of it.
std::size_t plain_text_length(std::string_view source, std::string_view value);

// Returns the first doubt about a text: a part of it that was taken for a comment, a quotation mark
// without a partner, or a key whose colon does not count.
std::optional<TextDoubt> find_doubt(std::string_view source, std::string_view value);

// Returns the doubt about a missing value that was taken for a comment: "label: #1 for kids".
// `source` is what follows the colon or the dash.
std::optional<TextDoubt> find_lost_value(std::string_view source);

} // namespace content::parser
