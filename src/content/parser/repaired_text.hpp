// A copy of a content file in which the mistakes are replaced, so that the parser gets past them
// and the lines below are checked as well. Each line stays a line.
#pragma once

#include "content/parser/source_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

class RepairedText {
public:
    explicit RepairedText(std::string_view original);

    const SourceLines& original_lines() const { return original_; }

    // Replaces the end of a line from `column` by `text`. The column is one of the original.
    void replace_end(SourcePosition from, std::string_view text);

    // Replaces a value that starts at `from` and ends with `last_line` by `before` and a
    // placeholder, of which has_placeholder() is true.
    void replace_value(SourcePosition from, std::size_t last_line, std::string_view before = {});

    // Like replace_value() for what is behind the key of a line, or behind its dash. Returns false
    // if there is nothing, or if it is a placeholder already.
    bool replace_value_of(std::size_t line);

    // Changes the indentation of a line to `indent` spaces.
    void indent(std::size_t line, std::size_t indent);

    // Makes the line blank.
    void remove(std::size_t line);
    bool is_removed(std::size_t line) const;

    // Says that a mapping at this line may lack keys now, or have too many.
    void mark_doubtful(std::size_t line) { lines_[line].is_doubtful = true; }

    // Returns the offset in the original of a position in it.
    std::size_t original_offset(SourcePosition position) const;

    // Returns the text. The functions below are about this text, and valid until the next change.
    std::string_view text();

    // Returns whether a value that was replaced is on the line at `offset`.
    bool has_placeholder(std::size_t offset) const;

    // Returns whether there is a doubtful line from one offset to another, or next to them.
    bool has_doubt(std::size_t from, std::size_t to) const;

    bool is_doubtful(std::size_t offset) const { return lines_[line_at(offset)].is_doubtful; }

    // Returns the line at an offset.
    std::size_t line_at(std::size_t offset) const;

    // Returns the offset in the original that is closest to an offset in this text.
    std::size_t original_offset(std::size_t offset) const;

private:
    struct Line {
        std::string text;
        std::size_t original_start = 0;
        std::ptrdiff_t shift = 0; // how far the text was moved to the right
        bool has_placeholder = false;
        bool is_doubtful = false;
    };

    SourceLines original_;
    std::vector<Line> lines_;
    std::string text_;
    std::vector<std::size_t> starts_; // of the lines in text_
};

} // namespace content::parser
