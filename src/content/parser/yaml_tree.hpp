// A YAML document as a tree of nodes with their positions in the source text.
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
        scalar, // text; also numbers, dates and "true", which the caller converts
        sequence,
        mapping,
        invalid, // a problem that has been reported already
    };

    Kind kind = Kind::null;
    SourceRange range;
    std::string text;               // of a scalar
    bool is_unquoted = false;       // a scalar without quotes
    std::vector<YamlNode> items;    // of a sequence
    std::vector<YamlEntry> entries; // of a mapping: in the order of the file, each key once
};

// A key of a mapping and its value.
struct YamlEntry {
    std::string key;
    SourceRange range; // of the key
    YamlNode value;
};

// Parses a YAML document. Reports repeated keys, anchors, aliases and tags. Returns nullopt after
// reporting a document that is not valid YAML, or that is nested too deeply or has too many values,
// which would take too much time and memory.
std::optional<YamlNode> parse_yaml(SourceText& source);

} // namespace content::parser
