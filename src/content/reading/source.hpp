// The text of one document, and the problems found at places in it.
#pragma once

#include "content/document.hpp"
#include "content/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content::reading {

// Part of a document, in bytes of Source::text().
struct Span {
    std::size_t at = 0;
    std::size_t length = 1;
};

class Source {
public:
    // Removes the byte order mark and makes every line end '\n'. The problems go to `problems`, which must
    // outlive this.
    Source(const Document& document, std::vector<Problem>& problems);

    const std::string& name() const { return name_; }
    const std::string& text() const { return text_; }
    int line(std::size_t at) const; // from 1

    // Whether the text is worth parsing: not too big, not binary, UTF-8. Reports the problem if it is not.
    bool readable();

    void error(Span where, std::string message, std::string instead = {});
    void warn(Span where, std::string message, std::string instead = {});

private:
    void report(Severity severity, Span where, std::string message, std::string instead);
    std::string_view line_text(int line) const; // without its end

    std::string name_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
    std::size_t size_as_given_; // bytes; a text that is too big is not kept
    std::vector<Problem>* problems_;
};

// The problem of a document that cannot be read at all.
Problem problem_of_file(std::string name, std::string message, std::string instead = {});

std::string too_big(std::size_t bytes); // "is 50 MB, at most 1 MB"

} // namespace content::reading
