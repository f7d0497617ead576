// Finds characters that nobody sees, or that the kiosk does not draw, and names them with their
// position. Without this, a key with a zero-width space is an unknown key that looks right.
#pragma once

#include "content/parser/source_text.hpp"
#include "content/parser/yaml_tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace content::parser {

// Returns whether the keys, dashes and indentation of a file have no such character. Reports the
// first one of each line.
bool check_structure(SourceText& source);

// Returns whether a value that is not a text for readers, such as an id or a number, has no such
// character. Reports the first one.
bool check_value(const YamlNode& node, SourceText& source, std::string_view what);

// Like check_value(), for a key.
bool check_key(const YamlEntry& entry, SourceText& source);

// Returns a text without the characters that nobody sees, and reports them. Those that have a use
// in the script of the text stay. Returns nullopt after reporting characters that the kiosk does
// not draw, or that turn round the order of the letters.
std::optional<std::string> read_characters(const YamlNode& node, SourceText& source,
                                           std::string_view what);

// Returns how a message on an empty text continues if the text has characters that nobody sees: ":
// it has nothing but U+00A0, a no-break space". Otherwise returns an empty text.
std::string describe_blank(std::string_view text);

// Returns a text with one space in place of each group of spaces and line breaks, because the
// screen breaks lines itself. No-break spaces stay if there is no other space beside them.
std::string collapse_blanks(std::string_view text);

} // namespace content::parser
