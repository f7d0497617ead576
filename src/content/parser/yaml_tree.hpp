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
    bool is_incomplete = false;     // a mapping that may lack keys because of a reported problem
};

// A key of a mapping and its value.
struct YamlEntry {
    std::string key;
    SourceRange range; // of the key
    YamlNode value;
};

// Parses a YAML document. Reports repeated keys, anchors, aliases, tags, and what makes the
// document invalid. Returns a tree also for an invalid document if its mistakes are understood, so
// that the rest is checked, too; the values with mistakes are invalid nodes. Otherwise returns
// nullopt, and also for a document that is nested too deeply or has too many values, which would
// take too much time and memory.
std::optional<YamlNode> parse_yaml(SourceText& source);

} // namespace content::parser
