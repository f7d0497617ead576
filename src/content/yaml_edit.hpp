// Changes single keys of a YAML file and leaves everything else as it is: the other keys, their
// order, comments and empty lines.
#pragma once

#include "content/problem.hpp"
#include "content/source_files.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct YamlKeyEdit {
    std::string key;                  // a key of the outermost mapping
    std::optional<std::string> value; // YAML on one line; nullopt removes the key

    bool operator==(const YamlKeyEdit&) const = default;
};

// Returns the text of the file with the edits. New keys are added after the others. Returns nullopt
// and adds to `problems` if the file is not a block mapping with one key per line.
std::optional<std::string> edit_yaml_keys(const SourceFile& file,
                                          std::span<const YamlKeyEdit> edits,
                                          std::vector<Problem>& problems);

// Returns a text as a YAML scalar: in double quotes, unless no YAML parser can read it as anything
// but this text.
std::string yaml_scalar(std::string_view text);

// Returns a text as a YAML scalar in double quotes, for sentences and names.
std::string quoted_yaml_scalar(std::string_view text);

// Returns a text that has '\n' as its only line ending with the byte order mark of the original.
// Each line of the original keeps its line ending, and a new line has that of the line before it.
std::string with_original_line_ends(const std::string& text, const std::string& original);

} // namespace content
