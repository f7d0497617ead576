// Finds what programs that merge two versions of a file leave in it, and the starts of documents.
#pragma once

#include "content/parser/repaired_text.hpp"
#include "content/parser/value_scan.hpp"

#include <vector>

namespace content::parser {

// Returns a mistake for each conflict of a merge and for each second document. Of a conflict it
// keeps the first version, and removes the other one from the text.
std::vector<SyntaxMistake> remove_markers(RepairedText& text);

} // namespace content::parser
