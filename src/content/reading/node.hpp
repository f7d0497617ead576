// A YAML document as a tree that knows where everything stood.
#pragma once

#include "content/reading/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace content::reading {

struct Entry;

struct Node {
    enum class Kind {
        nothing, // empty, or "null" or "~"
        text,    // numbers, dates and "true" too: what they mean is for the reader to say
        list,
        map,
        refused, // already reported: whoever reads it says no more about it
    };

    Kind kind = Kind::nothing;
    Span where;
    std::string text;
    bool plain = false; // a text without quotes
    std::vector<Node> items;
    std::vector<Entry> entries; // in the order of the file, each key once
};

struct Entry {
    std::string key;
    Span where; // of the key
    Node value;
};

// Reports duplicate keys, anchors, aliases, tags, and what is not YAML at all; in the last case there is no
// tree. A document nested too deeply or with too many values is given up, so that it costs little time and
// memory.
std::optional<Node> parse_yaml(Source& source);

} // namespace content::reading
