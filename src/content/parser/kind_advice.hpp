// What to write instead of a YAML value of the wrong kind.
#pragma once

#include "content/parser/yaml_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

// Returns the name of a kind in words that need no knowledge of YAML.
std::string_view name_of(YamlNode::Kind kind);

// Returns the words of "en, es", which may be separated by commas, semicolons and spaces.
std::vector<std::string> split_words(std::string_view text);

// Returns the advice for a value that must have another kind. `shape` is a mapping with % in place
// of its main value, for a value that is a mapping or a list of mappings; otherwise it is empty.
// `is_in_braces` is whether the value is written as {...}.
std::string advice_for_kind(YamlNode::Kind kind, const YamlNode& node, std::string_view shape,
                            bool is_in_braces);

} // namespace content::parser
