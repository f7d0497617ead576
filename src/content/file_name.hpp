// Compares names of files the way a person does, who does not see capital letters, the ending .txt
// that Windows hides, or the (1) that a browser adds.
#pragma once

#include <string>
#include <string_view>

namespace content {

// Returns the first word of the name in lowercase, without endings such as ".yaml.txt", numbers and
// words that mark a copy. For example "site" for "Copy of Site (1).yaml.txt". Returns an empty
// string for a hidden file or the backup copy of an editor, and for a name with other words.
std::string plain_stem(std::string_view name);

// Returns whether the name is plainly `stem`, or differs from it by one letter: "site.yml",
// "Site.yaml", "site (1).yaml", "sites.yaml", "siteyaml".
bool is_similar_name(std::string_view name, std::string_view stem);

// Returns whether one letter was changed, added, removed or swapped with the next one.
bool is_one_edit_apart(std::string_view one, std::string_view other);

// Returns whether the name has an ending of a text or a document, and is no backup copy.
bool is_text_name(std::string_view name);

// Returns whether the name has an ending like ".yaml" or ".yml".
bool is_yaml_name(std::string_view name);

// Returns whether the name has an ending of a word processor, whose files are not plain text.
bool is_document_name(std::string_view name);

} // namespace content
