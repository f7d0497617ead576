// The text of one content file, and the report of problems at positions in it.
#pragma once

#include "content/problem.hpp"
#include "content/source_files.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

// A part of SourceText::text(), in bytes.
struct SourceRange {
    std::size_t offset = 0;
    std::size_t length = 1;
};

class SourceText {
public:
    // Copies the text without its byte order mark and with '\n' as the only line ending. Problems
    // are added to `problems`, which must outlive this object.
    SourceText(const SourceFile& file, std::vector<Problem>& problems);

    const std::string& name() const { return name_; }
    const std::string& text() const { return text_; }

    // Returns the number of the line at a byte offset, from 1.
    int line_at(std::size_t offset) const;

    // Returns whether the text can be parsed: it is valid UTF-8 without control characters, and
    // neither the file nor a line is too long. Reports the first problem.
    bool validate();

    // Whether a part of the text was parsed as it was probably meant. Then an item may have ended
    // up in another list than the author sees.
    bool is_repaired() const { return is_repaired_; }
    void mark_as_repaired() { is_repaired_ = true; }

    // Report a problem at a position of the text.
    void error(SourceRange range, std::string message, std::string suggestion = {});
    void warn(SourceRange range, std::string message, std::string suggestion = {});

private:
    void report(Severity severity, SourceRange range, std::string message, std::string suggestion);
    std::string_view line_text(int line_number) const; // without the line ending

    std::string name_;
    std::string text_; // empty if the file is too large
    std::vector<std::size_t> line_starts_;
    std::size_t original_size_bytes_;
    bool is_repaired_ = false;
    std::vector<Problem>* problems_;
};

// Returns an error about a file as a whole.
Problem file_problem(std::string name, std::string message, std::string suggestion = {});

// Returns a warning about a file as a whole.
Problem file_warning(std::string name, std::string message, std::string suggestion = {});

// Returns the message for a file of more than `max_file_bytes`: "is 50 MB, at most 1 MB".
std::string too_large_message(std::size_t size_bytes);

} // namespace content::parser
