// A YAML document as a tree that knows where everything stood.
#pragma once

#include "content/parser/source_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace content::parser {

struct YamlEntry;

struct YamlNode {
    enum class Kind {
        null,   // empty, or "null" or "~"
        scalar, // numbers, dates and "true" too: what they mean is for the reader to say
        sequence,
        mapping,
        invalid, // already reported: whoever reads it says no more about it
    };

    Kind kind = Kind::null;
    SourceRange range;
    std::string text;
    bool is_unquoted = false; // a text without quotes
    std::vector<YamlNode> items;
    std::vector<YamlEntry> entries; // in the order of the file, each key once
};

struct YamlEntry {
    std::string key;
    SourceRange range; // of the key
    YamlNode value;
};

// Reports duplicate keys, anchors, aliases, tags, and what is not YAML at all; in the last case there is no
// tree. A document nested too deeply or with too many values is given up, so that it costs little time and
// memory.
std::optional<YamlNode> parse_yaml(SourceText& source);

} // namespace content::parser
