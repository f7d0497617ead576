// Where a text in quotes ends, and how to write a text that has quotes inside.
#pragma once

#include "content/parser/value_scan.hpp"

namespace content::parser {

struct QuotedEnd {
    bool is_closed = false;
    SourcePosition position; // of the closing quotation mark, if there is one
};

// Finds the end of the text in quotes that starts at `start`. A quotation mark below a line that is
// clearly an entry of its own does not close it.
QuotedEnd find_quoted_end(const SourceLines& lines, SourcePosition start, int parent_indent);

// Returns whether the text in quotes at `offset` goes on in a line that clearly is an entry of its
// own. The parser accepts that, and also the end of the file as a closing quotation mark.
bool is_unclosed_quote(std::string_view text, std::size_t offset);

// Returns the mistake of a text in quotes that goes on behind the quotation mark at `end`.
SyntaxMistake inner_quote_mistake(const SourceLines& lines, SourcePosition start,
                                  SourcePosition end);

// Like inner_quote_mistake() for a text inside of braces or brackets.
SyntaxMistake inner_flow_quote_mistake(const SourceLines& lines, SourcePosition start,
                                       SourcePosition end);

} // namespace content::parser
