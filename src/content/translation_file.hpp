// The text of a translation file, divided into its pairs, so that pairs can be added and changed
// while everything else stays as it is: comments, empty lines and the order.
#pragma once

#include "content/problem.hpp"
#include "content/source_files.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// An earlier English text and its translation.
struct OldPair {
    std::string english;
    std::string target;

    bool operator==(const OldPair&) const = default;
};

// An English text and its translation, with the lines that they have in the file.
struct FilePair {
    std::string english;
    std::string target;         // empty: not translated yet; or, of a word to text, no word needed
    std::optional<OldPair> old; // the pair that the English text had before it was changed
    std::string above = {};     // the comments and empty lines above the pair
    std::string lines = {};     // the pair itself; empty if it is new
};

struct TranslationFile {
    std::string name; // of the file, for problems
    std::string language_code;
    std::string head; // all lines above the pairs
    std::vector<FilePair> pairs;
    std::string tail;        // all lines below the pairs
    std::string indent = {}; // the spaces before the dash of a pair
};

// Returns a file without pairs for a language. `name` is the language's own name for itself.
TranslationFile make_translation_file(const std::string& file_name,
                                      const std::string& language_code, const std::string& name);

// Divides a file. Returns nullopt and adds to `problems` if it is not valid YAML, or if its pairs
// are not written one below the other.
std::optional<TranslationFile> read_translation_file(const SourceFile& file,
                                                     const std::string& language_code,
                                                     std::vector<Problem>& problems);

// Changes a pair so that its lines show it. Comments in the lines are kept.
void set_target(FilePair& pair, const std::string& target, const TranslationFile& file);
void set_english(FilePair& pair, const std::string& english, std::optional<OldPair> old,
                 const TranslationFile& file);

// Returns the text of the file. `original` is the text that it was read from, whose line endings
// and byte order mark are kept; empty for a new file.
std::string to_yaml(const TranslationFile& file, const std::string& original);

} // namespace content
