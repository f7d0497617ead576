// Changes single keys of a YAML file that somebody wrote by hand, and leaves everything else as it stands:
// other keys, their order, comments, empty lines.
#pragma once

#include "content/source_files.hpp"
#include "content/problem.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct YamlKeyEdit {
    std::string key;                  // at the left edge of the file
    std::optional<std::string> value; // as YAML, on one line; nullopt: the key goes

    bool operator==(const YamlKeyEdit&) const = default;
};

// The file's text with the changes. A key that is not there yet comes after the others. nullopt: this is not a
// file of keys, one a line, and `problems` says why.
std::optional<std::string> edit_yaml_keys(const SourceFile& file, std::span<const YamlKeyEdit> edits,
                                          std::vector<Problem>& problems);

// A text as YAML: in quotes, unless nobody could take it for anything else.
std::string yaml_scalar(std::string_view text);

} // namespace content
