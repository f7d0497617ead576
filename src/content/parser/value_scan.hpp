// Finds where a value ends in a file that may not be valid YAML, and what is wrong with it: quotes,
// braces, and characters with a meaning in YAML.
#pragma once

#include "content/parser/source_lines.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace content::parser {

struct SyntaxMistake {
    SourcePosition position;
    std::size_t length = 1; // bytes to underline
    std::string message;
    std::string suggestion;
    bool hides_keys = false; // a mapping may lack keys because of this
};

struct ScannedValue {
    std::size_t last_line = 0;
    std::optional<SyntaxMistake> mistake;
};

// Scans the value that starts at `start` in the block whose lines are indented by `parent_indent`
// spaces, -1 for the file itself. The lines of a value are further to the right than that.
ScannedValue scan_value(const SourceLines& lines, SourcePosition start, int parent_indent);

// Returns how to write a text that has a meaning in YAML without quotes: which quotation marks to
// put around it.
std::string quoting_advice(std::string_view text);

// Returns the message for a text that starts with a character that has a meaning in YAML.
std::string bad_start_message(char first);

// The message for a text that is cut off by a comment.
inline constexpr const char* lost_text_message = "this is ignored: # starts a comment";

} // namespace content::parser
