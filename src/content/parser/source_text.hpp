// The text of one document, and the problems found at places in it.
#pragma once

#include "content/source_files.hpp"
#include "content/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

// Part of a document, in bytes of Source::text().
struct SourceRange {
    std::size_t offset = 0;
    std::size_t length = 1;
};

class SourceText {
public:
    // Removes the byte order mark and makes every line end '\n'. The problems go to `problems`, which must
    // outlive this.
    SourceText(const SourceFile& file, std::vector<Problem>& problems);

    const std::string& name() const { return name_; }
    const std::string& text() const { return text_; }
    int line_at(std::size_t offset) const; // from 1

    // Whether the text is worth parsing: not too big, not binary, UTF-8. Reports the problem if it is not.
    bool validate();

    void error(SourceRange range, std::string message, std::string suggestion = {});
    void warn(SourceRange range, std::string message, std::string suggestion = {});

private:
    void report(Severity severity, SourceRange range, std::string message, std::string suggestion);
    std::string_view line_text(int line_number) const; // without its end

    std::string name_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
    std::size_t original_size_bytes_; // bytes; a text that is too big is not kept
    std::vector<Problem>* problems_;
};

// The problem of a document that cannot be read at all.
Problem file_problem(std::string name, std::string message, std::string suggestion = {});

std::string too_large_message(std::size_t size_bytes); // "is 50 MB, at most 1 MB"

} // namespace content::parser
