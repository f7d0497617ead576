// Something wrong in a content file, said so that whoever wrote the file can put it right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class Severity { error, warning }; // content with an error is not shown; a warning stops nothing

struct Problem {
    Severity severity = Severity::error;
    std::string file;
    int line = 0;            // from 1; 0: the file as a whole
    int column = 0;          // in characters, from 1
    std::string message;     // one line
    std::string source_line; // the line as it is in the file
    int length = 1;          // characters to underline
    std::string suggestion;  // what to write; may be empty

    bool operator==(const Problem&) const = default;
};

// Message, line, caret and what to write instead, each line ended by '\n':
//
//     content.yaml:12:5: error: unknown key "tittle"
//        12 |     tittle: What it is
//           |     ^~~~~~
//           = write "title"
//
// A long line is cut around the caret. Control characters, which could steer a terminal, are replaced.
std::string to_string(const Problem& problem);

// By file, then line, then column.
void sort_problems(std::vector<Problem>& problems);

bool has_error(const std::vector<Problem>& problems);

// Text from a file in double quotes, for a message: shortened, without control characters.
// Not "quoted": for a std::string the compiler would find std::quoted first.
std::string quote(std::string_view text);

} // namespace content
