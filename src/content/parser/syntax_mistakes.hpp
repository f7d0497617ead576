// Explains why a file is not valid YAML: all known mistakes, each at the line where it was made. A
// parser stops at the first line that makes no sense, which often is the line below the mistake.
#pragma once

#include "content/parser/repaired_text.hpp"
#include "content/parser/value_scan.hpp"

#include <vector>

namespace content::parser {

// Returns the mistakes in `text`, in no particular order, and repairs them in it, so that it can be
// parsed. It only makes sense for a file that the parser has refused, because some of what it
// reports is unusual but valid. Stops after `max_mistakes`.
std::vector<SyntaxMistake> repair_syntax(RepairedText& text);

inline constexpr std::size_t max_mistakes = 100;

} // namespace content::parser
