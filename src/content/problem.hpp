// Errors and warnings about content files, in a form that helps the author to fix them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace content {

// Content with an error is not shown. A warning has no effect on the content.
enum class Severity { error, warning };

struct Problem {
    Severity severity = Severity::error;
    std::string file;
    int line = 0;            // from 1; 0 if the problem is about the whole file
    int column = 0;          // in characters, from 1
    std::string message;     // one line
    std::string source_line; // the line of the file
    int length = 1;          // number of characters to underline
    std::string suggestion;  // how to fix it; may be empty

    bool operator==(const Problem&) const = default;
};

// Returns the message, the source line, a caret and the suggestion. Each line ends with '\n':
//
//     content.yaml:12:5: error: unknown key "tittle"
//        12 |     tittle: What it is
//           |     ^~~~~~
//           = write "title"
//
// A long line is shortened to the part around the caret. Control characters are replaced, because
// they could control the terminal.
std::string to_string(const Problem& problem);

// Sorts by file, line and column.
void sort_problems(std::vector<Problem>& problems);

bool has_error(const std::vector<Problem>& problems);

// Returns the warnings about whole files, such as a file whose name is nearly that of one that the
// kiosk reads. Unlike other warnings they mean that something is not shown at all.
std::vector<Problem> file_warnings(const std::vector<Problem>& problems);

// Returns text from a file in double quotes for use in a message: shortened to 60 characters and
// without control characters. The name is not "quoted", because for a std::string argument the
// compiler would find std::quoted first.
std::string quote(std::string_view text);

} // namespace content
